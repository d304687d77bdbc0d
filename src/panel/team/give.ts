/** Giving a report that the own key opens to another key: its grant and the handlers' own key, sealed again. */
import * as v from 'valibot';
import { keyIdOf } from '../../contract/bytes.ts';
import { ConflictSchema } from '../../contract/case-event.ts';
import type { CaseRow } from '../../contract/case.ts';
import { handlerVerbs } from '../../contract/handler-verbs.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { HandlerKeys } from '../../contract/vault.ts';
import { samePerson } from '../../domain/people/names.ts';
import { openDeskKey, sealDeskKey } from '../sealing/desk.ts';
import { signEvent } from '../sealing/event.ts';
import { sealGrant } from '../sealing/grants.ts';
import { openGrant } from '../sealing/open-report.ts';
import type { PanelServices } from '../services.ts';

/** Somebody with their key as this client trusts it. */
export interface Receiver {
	readonly name: string;
	readonly key: { readonly id: string; readonly age: string };
}
export interface Boxes {
	key: string;
	box: string;
	desk: string | null;
}

/**
 * `keys`: those that open the row. Problems: `key-not-found` where they do not, `wrong-recipients` for a key id that is not
 * that of its key, and for whoever the report is about or from.
 */
export async function boxesFor(
	row: Pick<CaseRow, 'id' | 'grants'>,
	keys: HandlerKeys,
	{ name, key }: Receiver,
): Promise<Outcome<Boxes>> {
	const grant = await openGrant(row, keys);
	if (!grant.ok) return grant;
	const { subject, reporter } = grant.value.summary;
	const isParty = [subject, reporter].some((one) => one !== null && samePerson(one, name));
	if (isParty || (await keyIdOf(key.age)) !== key.id) return failed('wrong-recipients');
	const own = row.grants.find((one) => one.key === keys.public.id)?.desk ?? null;
	const secret = own === null ? null : await openDeskKey(row.id, own, keys);
	return done({
		key: key.id,
		box: await sealGrant(grant.value, key.age),
		desk: secret === null ? null : await sealDeskKey(row.id, secret, key.age),
	});
}

/** Somebody else may write at the same time. */
const tries = 5;

/** `opener`: the keys that open the report; `signer`: those that the own page says now. Done as well where they have it. */
export async function giveReport(
	services: Pick<PanelServices, 'keeperFor'>,
	{ wiki, id }: { readonly wiki: string; readonly id: string },
	to: Receiver,
	{ opener, signer }: { readonly opener: HandlerKeys; readonly signer: HandlerKeys },
): Promise<Outcome<null>> {
	const keeper = services.keeperFor(handlerVerbs);
	// A key published just now is not known everywhere yet: until it is, the one before it counts.
	let by = signer;
	for (let left = tries; left > 0; left--) {
		const read = await keeper.call('caseEvents', { wiki, id });
		if (!read.ok) return read;
		const { row, holders } = read.value;
		if (holders.some(({ key }) => key === to.key.id)) return done(null);
		const boxes = await boxesFor(row, opener, to);
		if (!boxes.ok) return boxes;
		const draft = { kind: 'grant' as const, data: { keys: [to.key.id] }, grants: [boxes.value] };
		const signed = await signEvent(draft, row, by, new Date().toISOString());
		if (!signed.ok) return signed;
		const written = await keeper.call('writeEvent', { wiki, id, ...signed.value });
		if (written.ok) return done(null);
		if (written.problem === 'forbidden' && by === signer && opener !== signer) {
			by = opener;
			continue;
		}
		const conflict = v.safeParse(ConflictSchema, written.detail);
		if (!conflict.success || conflict.output.why !== 'stale') return written;
	}
	return failed('conflict');
}
