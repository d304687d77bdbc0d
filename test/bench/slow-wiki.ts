/**
 * A stand-in for a wiki's API that waits before each answer, as a wiki far away does: the real one of the tests is next door.
 * It speaks what MediaWiki documents of list=users, usercontribs, logevents and allrevisions, prop=revisions, and compare.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Contribution } from '../../src/engines/timeline/contribution.ts';
import type { LogEntry } from '../../src/engines/timeline/event.ts';

export interface SlowWiki {
	/** Its api.php. */
	readonly api: string;
	/** The parameters of each call so far. */
	readonly calls: URLSearchParams[];
	/** The most calls that were under way at once. */
	busiest(): number;
	stop(): Promise<void>;
}

export interface SlowWikiOptions {
	readonly edits: readonly Contribution[];
	readonly logs?: readonly LogEntry[];
	/** Wikitext that an edit added. */
	readonly added?: ReadonlyMap<number, string>;
	/** Of a revision's text. */
	readonly digests?: ReadonlyMap<number, string>;
	/** Who made the wiki's edits, one name an edit. */
	readonly everybody?: readonly string[];
	/** Milliseconds before each answer. */
	readonly latency?: number;
	/** Edits an answer holds at most. */
	readonly limit?: number;
}

const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Newest first within start (the newer end) and end, as lists of MediaWiki are. */
function within<T extends { at: number }>(list: readonly T[], start: string | null, end: string | null): T[] {
	const [newest, oldest] = [start ? Date.parse(start) : Number.POSITIVE_INFINITY, end ? Date.parse(end) : 0];
	return list.filter(({ at }) => at <= newest && at >= oldest).toSorted((a, b) => b.at - a.at);
}

function contributionsOf({ edits, limit = 500 }: SlowWikiOptions, asked: URLSearchParams): object {
	const own = edits.filter(({ user }) => user === asked.get('ucuser'));
	const all = within(own, asked.get('ucstart'), asked.get('ucend'));
	const begin = Number(asked.get('uccontinue') ?? 0);
	const usercontribs = all.slice(begin, begin + limit).map((edit) => ({
		user: edit.user,
		revid: edit.revision,
		parentid: edit.parent,
		ns: edit.namespace,
		title: edit.page,
		timestamp: iso(edit.at),
		comment: edit.summary,
		tags: edit.tags,
		new: edit.creation,
	}));
	const next = begin + limit;
	return {
		...(next < all.length ? { continue: { uccontinue: String(next), continue: '-||' } } : {}),
		query: { usercontribs },
	};
}

function logOf({ logs = [] }: SlowWikiOptions, asked: URLSearchParams): object {
	const own = logs.filter(({ page }) => page === asked.get('letitle'));
	const logevents = within(own, asked.get('lestart'), asked.get('leend')).map((entry) => ({
		logid: entry.id,
		type: entry.type,
		title: entry.page,
		user: entry.actor,
		timestamp: iso(entry.at),
		comment: entry.summary,
	}));
	return { query: { logevents } };
}

function revisionsOf({ edits, digests }: SlowWikiOptions, asked: URLSearchParams): object {
	const numbers = asked.get('revids')?.split('|').map(Number);
	if (numbers) {
		const revisions = numbers.map((revid) => ({ revid, sha1: digests?.get(revid) ?? `digest of ${revid}` }));
		return { query: { pages: [{ pageid: 1, ns: 0, title: 'All', revisions }] } };
	}
	const title = asked.get('titles') ?? '';
	const own = edits.filter(({ page, user }) => page === title && user === asked.get('rvuser'));
	const [last] = within(own, asked.get('rvstart'), null);
	const revisions = last
		? [{ revid: last.revision, parentid: last.parent, user: last.user, timestamp: iso(last.at) }]
		: [];
	return { query: { pages: [{ pageid: 1, ns: 0, title, revisions }] } };
}

function answer(options: SlowWikiOptions, asked: URLSearchParams): object {
	const known = new Set(options.edits.map(({ user }) => user));
	if (asked.get('action') === 'compare') {
		const text = options.added?.get(Number(asked.get('torev'))) ?? 'words';
		return {
			compare: { body: `<tr><td class="diff-addedline diff-side-added"><div>${escaped(text)}</div></td></tr>` },
		};
	}
	switch (asked.get('list') ?? asked.get('prop')) {
		case 'users':
			return {
				query: { users: (asked.get('ususers') ?? '').split('|').map((name) => ({ name, missing: !known.has(name) })) },
			};
		case 'usercontribs':
			return contributionsOf(options, asked);
		case 'logevents':
			return logOf(options, asked);
		case 'revisions':
			return revisionsOf(options, asked);
		default:
			return { query: { allrevisions: (options.everybody ?? []).map((user) => ({ revisions: [{ user }] })) } };
	}
}

async function asked(request: IncomingMessage): Promise<URLSearchParams> {
	let body = '';
	for await (const part of request) body += String(part);
	return new URLSearchParams(body);
}

export async function slowWiki(options: SlowWikiOptions): Promise<SlowWiki> {
	const calls: URLSearchParams[] = [];
	let [running, busiest] = [0, 0];
	const server = createServer((request, response) => {
		busiest = Math.max(busiest, ++running);
		const respond = async (): Promise<void> => {
			const params = await asked(request);
			calls.push(params);
			await setTimeout(options.latency ?? 0);
			running--;
			response.setHeader('content-type', 'application/json');
			// A page of a browser asks too.
			response.setHeader('access-control-allow-origin', '*');
			response.end(JSON.stringify(answer(options, params)));
		};
		void respond();
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const { port } = server.address() as AddressInfo;
	return {
		api: `http://127.0.0.1:${port}/w/api.php`,
		calls,
		busiest: () => busiest,
		stop: () =>
			new Promise((gone) => {
				server.close(() => gone());
				server.closeAllConnections();
			}),
	};
}
