/** All keys an account ever published on its own page, read from the wiki again only where the page changed. */
import { done, type Outcome } from '../../contract/problem.ts';
import type { PublicKey } from '../../domain/keys/model.ts';
import { canonicalName, samePerson } from '../../domain/people/names.ts';
import { keyPageOf, parseKeyPage, readKeyPage } from '../../wiki/key-page.ts';
import { hasForeignHistory, readLog } from '../../wiki/log.ts';
import { queryRevisions, readPage, type Revision } from '../../wiki/revisions.ts';
import type { WikiTransport } from '../../wiki/transport.ts';
import type { PageKey } from './directory.ts';

/** Newest revision of each of these people's key pages, by canonical name; 0 for a page that is not there. */
export async function newestRevisions(
	transport: WikiTransport,
	users: readonly string[],
): Promise<Outcome<Map<string, number>>> {
	const newest = new Map(users.map((user) => [canonicalName(user), 0]));
	// 50 titles are what a wiki takes of people without special rights.
	for (let at = 0; at < users.length; at += 50) {
		const batch = users.slice(at, at + 50);
		const pages = await queryRevisions(transport, { titles: batch.map(keyPageOf).join('|') }, false);
		if (!pages.ok) return pages;
		const byUser = new Map(pages.value.map((page) => [userIn(page.title), page.revisions[0]?.id ?? 0]));
		for (const user of batch) newest.set(canonicalName(user), byUser.get(canonicalName(user)) ?? 0);
	}
	return done(newest);
}

/** The namespace's name is the wiki's own, so what stands before the first colon is not looked at. */
const userIn = (title: string): string => title.slice(title.indexOf(':') + 1, title.lastIndexOf('/'));

/** The account's own revisions of its page, oldest first, at most 500. */
async function ownRevisions(transport: WikiTransport, user: string): Promise<Outcome<Revision[]>> {
	const found: Revision[] = [];
	let from: Record<string, string> = {};
	for (let pages = 0; pages < 10; pages++) {
		const page = await readPage(transport, keyPageOf(user), {
			rvuser: canonicalName(user),
			rvlimit: '50',
			...from,
		});
		if (!page.ok) return page;
		found.push(...page.value.revisions.filter((one) => one.user !== null && samePerson(one.user, user)));
		if (page.value.next === null) break;
		from = { rvcontinue: page.value.next };
	}
	return done(found.sort((a, b) => a.id - b.id));
}

const sameKey = (a: PublicKey, b: PublicKey): boolean => a.age === b.age && a.sign === b.sign;

/**
 * Oldest first. The key in force is the one that `readKeyPage` accepts, with all its rules; a former one only opens a queue
 * to its holder, so that it stood in a revision of the account's own is enough.
 */
export async function readKeyHistory(transport: WikiTransport, user: string): Promise<Outcome<PageKey[]>> {
	const [current, own, log] = [
		await readKeyPage(transport, user),
		await ownRevisions(transport, user),
		await readLog(transport, keyPageOf(user)),
	];
	if (!current.ok) return current;
	if (!own.ok) return own;
	if (!log.ok) return log;
	// Whoever imports revisions writes any name beside them.
	if (hasForeignHistory(log.value)) return done([]);
	const keys: PageKey[] = [];
	let last: PublicKey | null = null;
	for (const revision of own.value) {
		const key: PublicKey | null = (await parseKeyPage(revision.text))?.key ?? null;
		const at = Date.parse(revision.at);
		const open = keys.findIndex((one) => one.until === null);
		const standing = keys[open];
		if (standing && (!key || !sameKey(standing.key, key))) keys[open] = { ...standing, until: at };
		if (key && (!last || !sameKey(last, key))) keys.push({ key, revision: revision.id, from: at, until: null });
		last = key;
	}
	const inForce = current.value;
	return done(
		keys.map((one) =>
			one.until === null && !(inForce && sameKey(one.key, inForce.key)) ? { ...one, until: one.from } : one,
		),
	);
}
