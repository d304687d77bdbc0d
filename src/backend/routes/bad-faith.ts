/** Findings that a report was sent in bad faith: two of different handlers slow its account down for a while. */
import { canonicalName } from '../../domain/people/names.ts';
import { done, failed } from '../../contract/problem.ts';
import { isAttested } from '../standing/attested.ts';
import { addFinding, liftFindings } from '../store/findings.ts';
import { isoOrNull } from '../times.ts';
import { heldCase } from './case-rows.ts';
import type { Handler } from './handler.ts';

const day = 24 * 3600 * 1000;
const slowedDays = 30;

export const findBadFaith: Handler<'findBadFaith'> = async ({ params: { id: report }, body, caller }, services) => {
	const held = await heldCase(services, caller, report);
	if (!held.ok) return held;
	const { store, standing, now } = services;
	const { wiki, user } = body.attestation;
	if (wiki !== held.value.row.wiki || !(await isAttested(store.db, report, body))) return failed('bad-input');
	const keys = held.value.row.grants.map(({ key }) => key);
	// Until midnight, so that the row does not tell when it was made.
	const until = (Math.floor(now() / day) + slowedDays) * day;
	const matter = { report, wiki, user: canonicalName(user), keys };
	const found = await addFinding(store, standing.nameOf, matter, until);
	const isSlowed = found.until !== null && found.until > now();
	return done({ findings: found.findings, slowedUntil: isoOrNull(isSlowed ? found.until : null) });
};

export const liftBadFaith: Handler<'liftBadFaith'> = async ({ params: { id: report }, body, caller }, services) => {
	const held = await heldCase(services, caller, report);
	if (!held.ok) return held;
	const { wiki, grants } = held.value.row;
	const matter = { report, wiki, user: canonicalName(body.user), keys: grants.map(({ key }) => key) };
	const lifted = await liftFindings(services.store, services.standing.nameOf, matter);
	if (lifted === 'none') return failed('not-found');
	return lifted === 'mine' ? failed('forbidden') : done({});
};
