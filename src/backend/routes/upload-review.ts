/** Review of matches by staff: each sees the classes of their role, and everything they do leaves a trace. */
import { reviewedBy, reviewRole, type ClosedClassId } from '../../domain/upload/classes.ts';
import { matchStates, reportStages } from '../../domain/upload/review.ts';
import { hashKinds } from '../../domain/upload/kinds.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { SignedIn } from '../auth/caller.ts';
import { staffOf } from '../auth/handler.ts';
import type { Services } from '../services.ts';
import type { UploadMatchTable } from '../store/upload-tables.ts';
import { reportOf } from '../store/upload-reports.ts';
import { actsOf, evidenceOf, keepAct, matchesOf, matchRow, picturesSeen, preservedOf } from '../store/upload-review.ts';
import { storedFile } from '../upload/review/preserve.ts';
import type { Handler } from './handler.ts';

const pageSize = 100;
const day = 24 * 60 * 60 * 1000;

const known = <T extends string>(all: readonly T[], value: string): T => {
	const found = all.find((one) => one === value);
	if (found === undefined) throw new Error('the store holds a word of another version');
	return found;
};
const iso = (ms: number): string => new Date(ms).toISOString();

export interface Reviewed {
	readonly match: UploadMatchTable & { readonly class: ClosedClassId };
	/** Staff key of the asking person for this class: that is how their doings are kept. */
	readonly who: string;
}

/** The match, where the asking person reviews its class; for everybody else there is none. */
export async function reviewed(id: string, caller: SignedIn, { config, store }: Services): Promise<Outcome<Reviewed>> {
	const match = await matchRow(store.db, id);
	const own = match && reviewedBy(caller.roles).find((one) => one === match.class);
	const staff = own && staffOf(config, caller).find((one) => one.role === reviewRole(own));
	return match && own && staff ? done({ match: { ...match, class: own }, who: staff.key.id }) : failed('not-found');
}

export const uploadMatches: Handler<'uploadMatches'> = async ({ query, caller }, { store }) => {
	if (!reviewedBy(caller.roles).includes(query.class)) return failed('forbidden');
	const [, at, id] = /^(\d{1,15})\.([A-Za-z0-9_-]{22})$/.exec(query.after ?? '') ?? [];
	if (query.after !== undefined && id === undefined) return failed('bad-input');
	const after = id === undefined ? null : { at: Number(at), id };
	const rows = await matchesOf(store.db, query.class, query.state ?? 'open', after, pageSize + 1);
	const page = rows.slice(0, pageSize);
	const last = page.at(-1);
	const matches = page.map((row) => ({
		...row,
		class: query.class,
		state: known(matchStates, row.state),
		at: iso(row.at),
		hits: Number(row.hits),
		nearest: Number(row.nearest),
	}));
	return done({ matches, next: rows.length > pageSize && last ? `${last.at}.${last.id}` : null });
};

/** Larger ones are not sent to a reviewer's browser. */
const largestPicture = 40_000_000;

async function pictureOf({ match }: Reviewed, { upload }: Services): Promise<string | null> {
	if (!upload || match.title === null) return null;
	const file = await storedFile(upload.wikis, { ...match, title: match.title });
	if (!file.ok || file.value.bytes.length > largestPicture) return null;
	return Buffer.from(file.value.bytes).toString('base64');
}

export const uploadLook: Handler<'uploadLook'> = async ({ params, body, caller }, services) => {
	const { store, now } = services;
	const own = await reviewed(params.id, caller, services);
	if (!own.ok) return own;
	const { match, who } = own.value;
	// Before it is answered: nobody has seen what is not kept as seen.
	await store.tx((tx) => keepAct(tx, { match: match.id, at: now(), who, act: `look-${body.what}`, box: null }));
	const evidence = await evidenceOf(store.db, match.id);
	const report = await reportOf(store.db, match.id);
	const preserved = await preservedOf(store.db, match.id, now());
	const picture = body.what === 'picture' ? await pictureOf(own.value, services) : null;
	return done({
		id: match.id,
		class: match.class,
		wiki: match.wiki,
		title: match.title,
		state: known(matchStates, match.state),
		at: iso(match.at),
		sha1: match.sha1,
		hits: evidence.length,
		nearest: evidence[0]?.distance ?? 0,
		evidence: evidence.map((hit) => ({
			list: hit.list,
			kind: known(hashKinds, hit.kind),
			distance: hit.distance,
			view: hit.view,
			source: hit.source ?? '',
			label: hit.label ?? '',
			votesFor: hit.votes_for ?? 0,
			votesAgainst: hit.votes_against ?? 0,
			version: hit.version,
		})),
		acts: (await actsOf(store.db, match.id)).map(({ at, who: by, act, box }) => ({
			at: iso(at),
			who: by,
			act,
			box: box && Buffer.from(box).toString('base64'),
		})),
		report: report ? { stage: known(reportStages, report.stage), number: report.number, mode: report.mode } : null,
		preservedUntil: preserved ? iso(preserved.until) : null,
		picture,
		exposures: await picturesSeen(store.db, who, now() - day),
	});
};

export const uploadPreserved: Handler<'uploadPreserved'> = async ({ params, caller }, services) => {
	const own = await reviewed(params.id, caller, services);
	if (!own.ok) return own;
	const { match, who } = own.value;
	const preserved = await preservedOf(services.store.db, match.id, services.now());
	if (!preserved) return failed('not-found');
	const act = { match: match.id, at: services.now(), who, act: 'take-preserved', box: null };
	await services.store.tx((tx) => keepAct(tx, act));
	const { sealed, sha256, until } = preserved;
	return done({ sealed: Buffer.from(sealed).toString('base64'), sha256, until: iso(until) });
};
