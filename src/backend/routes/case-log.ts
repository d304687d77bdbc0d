/** A case's log: read, and written to by one signed event at a time. */
import { eventText } from '../../contract/case-event.ts';
import { done, failed } from '../../contract/problem.ts';
import { isSignedBy } from '../../contract/signature.ts';
import { signingKeys } from '../auth/signing-keys.ts';
import { eventsOf } from '../store/log.ts';
import { writeEvent as write } from '../store/write-event.ts';
import { brought } from './case-brings.ts';
import { casesAt, heldCase } from './case-rows.ts';
import { mayRead, mayTakeOff } from './case-readers.ts';
import type { Handler } from './handler.ts';

export const caseEvents: Handler<'caseEvents'> = async ({ params: { id }, query, caller }, services) => {
	const held = await heldCase(services, caller, id);
	if (!held.ok) return held;
	const { db } = services.store;
	const grants = await db.selectFrom('report_grant').select(['key', 'desk']).where('report', '=', id).execute();
	return done({
		row: held.value.row,
		events: await eventsOf(db, id, query.after),
		holders: grants.map(({ key, desk }) => ({ key, desk: desk !== null })),
	});
};

export const writeEvent: Handler<'writeEvent'> = async ({ params: { id }, body, caller }, services) => {
	const { config, directory, store, now } = services;
	const { event } = body;
	if (event.report !== id) return failed('bad-input');
	const held = await heldCase(services, caller, id);
	if (!held.ok) return held;
	const { row, keys } = held.value;
	const own = keys.map((key) => key.id);
	const along = brought(body, own);
	if (!along) return failed('bad-input');
	let signing = await signingKeys(config, directory, caller);
	// Published since the wiki was last asked.
	if (signing.ok && !signing.value.has(event.by)) signing = await signingKeys(config, directory, caller, 0);
	if (!signing.ok) return signing;
	const sign = signing.value.get(event.by);
	if (sign === undefined || !(await isSignedBy(sign, event.signature, eventText(event)))) return failed('forbidden');
	const readers = await mayRead(
		services,
		row,
		along.grants.map(({ key }) => key),
	);
	if (!readers.ok) return readers;
	const off = event.kind === 'revoke' ? await mayTakeOff(services, row, event.data.keys, own) : done(null);
	if (!off.ok) return off;
	const written = await write(store, event, along, now());
	if (!written.ok) return written;
	if (event.kind === 'erase' || event.kind === 'withhold') await store.forget();
	const [after] = await casesAt(services, keys, [id]);
	// Whoever gave up their own grant sees it no more.
	return done(after ?? { ...row, grants: [] });
};
