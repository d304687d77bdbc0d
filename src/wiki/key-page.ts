/** Reads a person's published key: it counts only in a revision made by that account itself. */
import * as v from 'valibot';
import { keyIdOf } from '../contract/bytes.ts';
import { KeyPageSchema, type KeyPage } from '../contract/config.ts';
import { done, type Outcome } from '../contract/problem.ts';
import { keyPageSuffix } from '../domain/config/model.ts';
import type { PublishedKey } from '../domain/keys/model.ts';
import { canonicalName, samePerson } from '../domain/people/names.ts';
import { hasForeignHistory, lastRewrite, readLog } from './log.ts';
import { readPage, readPageBy, type Revision } from './revisions.ts';
import { insertedAt } from './insertion.ts';
import type { WikiTransport } from './transport.ts';

/** `User:` is understood on every wiki, whatever its language. */
export function keyPageOf(user: string): string {
	return `User:${canonicalName(user)}${keyPageSuffix}`;
}

/** What the text says, where it is a key page and its key id is that of its key. */
export async function parseKeyPage(text: string | null): Promise<KeyPage | null> {
	if (text === null) return null;
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return null;
	}
	const parsed = v.safeParse(KeyPageSchema, json);
	return parsed.success && parsed.output.key.id === (await keyIdOf(parsed.output.key.age)) ? parsed.output : null;
}

/**
 * The key that a person publishes, null for none. Administrators can edit, move, restore and import pages of others, so:
 * only the newest revision by the account itself is asked, no older one steps in where that is hidden or broken; the page
 * must have been begun by that account; revisions that were imported or merged in count for nothing; after a deletion,
 * restoration or move only a revision made later counts.
 * `at` is the time from which the account's own revisions say this key without a break, by the order in which the
 * wiki numbered its revisions, so that it cannot be back-dated.
 */
export async function readKeyPage(transport: WikiTransport, user: string): Promise<Outcome<PublishedKey | null>> {
	const title = keyPageOf(user);
	const [own, first, log] = await Promise.all([
		readPageBy(transport, title, canonicalName(user), 50),
		readPage(transport, title, { rvdir: 'newer' }, false),
		readLog(transport, title),
	]);
	if (!own.ok) return own;
	if (!first.ok) return first;
	if (!log.ok) return log;
	const isOwn = (revision: Revision | undefined): boolean =>
		revision?.user !== undefined && revision.user !== null && samePerson(revision.user, user);
	const revisions = own.value.revisions.filter(isOwn);
	const [newest] = revisions;
	const page = await parseKeyPage(newest?.text ?? null);
	if (!newest || !page || !isOwn(first.value.revisions[0]) || hasForeignHistory(log.value)) return done(null);
	const rewritten = lastRewrite(log.value);
	if (rewritten !== null && rewritten >= newest.at) return done(null);
	let oldest = newest;
	for (const revision of revisions.slice(1)) {
		const earlier = await parseKeyPage(revision.text);
		if (earlier?.key.age !== page.key.age || earlier.key.sign !== page.key.sign) break;
		oldest = revision;
	}
	const at = await insertedAt(transport, oldest);
	if (!at.ok) return at;
	return done({
		user: canonicalName(user),
		key: page.key,
		at: rewritten !== null && rewritten > at.value ? rewritten : at.value,
		revision: newest.id,
		confirms: page.confirms,
	});
}
