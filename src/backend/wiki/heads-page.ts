/** The page of a wiki that says where all logs end: written by this service's own account, read with its whole history. */
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { canonicalName, samePerson } from '../../domain/people/names.ts';
import { editPage } from '../../wiki/edit.ts';
import { readPage, type Revision } from '../../wiki/revisions.ts';
import type { WikiTransport } from '../../wiki/transport.ts';
import { iso } from '../times.ts';
import type { HeadSnapshotTable } from '../store/log-tables.ts';

/** Lines on the page; those of before are in its history. */
export const linesOnPage = 60;

type Line = Pick<HeadSnapshotTable, 'n' | 'at' | 'hash'>;
const lineOf = ({ n, at, hash }: Line): string => `* ${n} ${iso(at)} ${hash}`;

/** `Account@name` is the account Account. */
export const accountOf = (botUser: string): string => botUser.slice(0, botUser.indexOf('@'));

/** `newest`: newest first. Answers whether the page had to be changed. */
export async function publishHeads(
	transport: WikiTransport,
	page: string,
	botUser: string,
	newest: readonly Line[],
): Promise<Outcome<boolean>> {
	const read = await readPage(transport, page);
	if (!read.ok) return read;
	const [now] = read.value.revisions;
	const text = newest.slice(0, linesOnPage).map(lineOf).join('\n');
	if (now?.text?.trim() === text) return done(false);
	const summary = `Wikihaven ${newest[0]?.n ?? 0}`;
	const edit = { title: page, text, summary, base: now?.id ?? null, as: accountOf(botUser) };
	const edited = await editPage(transport, edit);
	return edited.ok ? done(true) : edited;
}

/** Every hash that the account ever wrote there, by number. */
export async function readHeads(
	transport: WikiTransport,
	page: string,
	botUser: string,
): Promise<Outcome<Map<number, Set<string>>>> {
	const found = new Map<number, Set<string>>();
	const account = accountOf(botUser);
	const take = ({ user, text }: Revision): void => {
		if (user === null || !samePerson(user, account)) return;
		for (const [, n, hash = ''] of (text ?? '').matchAll(/^\* (\d+) \S+ ([0-9a-f]{64})$/gm)) {
			found.set(Number(n), (found.get(Number(n)) ?? new Set()).add(hash));
		}
	};
	let from: Record<string, string> = {};
	for (;;) {
		const read = await readPage(transport, page, { rvlimit: '50', rvuser: canonicalName(account), ...from });
		if (!read.ok) return read;
		if (read.value.missing) return failed('not-found');
		read.value.revisions.forEach(take);
		if (read.value.next === null) return done(found);
		from = { rvcontinue: read.value.next };
	}
}
