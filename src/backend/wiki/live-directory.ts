/** The directory read from real wikis, at most half a minute old. */
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { WikiConfig } from '../../domain/config/model.ts';
import { canonicalName } from '../../domain/people/names.ts';
import { createWikiApi } from '../../wiki/api.ts';
import { readConfig } from '../../wiki/config.ts';
import type { WikiTransport } from '../../wiki/transport.ts';
import type { BackendConfig } from '../config.ts';
import { cached } from './cached.ts';
import type { KeysByUser, PageKey, WikiDirectory } from './directory.ts';
import { newestRevisions, readKeyHistory } from './key-history.ts';

/** A switch must act within a minute: half of it here leaves the rest to the way. */
const life = 30_000;
const timeoutMs = 10_000;

/** A wiki's answer to us as a problem of whoever sends a report: our own being turned away is not theirs. */
function told<T>(answer: Outcome<T>): Outcome<T> {
	if (answer.ok || /^(wiki|config)-/.test(answer.problem)) return answer;
	return failed(/^(timed-out|cancelled|rate-limited)$/.test(answer.problem) ? 'wiki-unreachable' : 'wiki-error');
}

export interface LiveDirectory extends WikiDirectory {
	isStale(): boolean;
}

export function liveDirectory(
	wikis: BackendConfig['wikis'],
	version: string,
	now: () => number,
	signal: AbortSignal,
): LiveDirectory {
	const transports = new Map<string, WikiTransport>(
		wikis.map(({ base, apiBase }) => [
			base,
			createWikiApi({
				base: apiBase ?? base,
				fetch: (url, init) => fetch(url, init),
				signal,
				credentials: 'omit',
				headers: { 'user-agent': `Wikihaven/${version} (backend)` },
				timeoutMs,
			}),
		]),
	);
	async function onWiki<T>(wiki: string, use: (transport: WikiTransport) => Promise<Outcome<T>>): Promise<Outcome<T>> {
		const transport = transports.get(wiki);
		return transport ? told(await use(transport)) : failed('config-missing');
	}

	const configs = cached<WikiConfig>(
		(wiki) =>
			onWiki(wiki, async (transport) => {
				const read = await readConfig(transport);
				return read.ok ? done(read.value.config) : read;
			}),
		life,
		now,
		// A page that was taken away is a wiki's decision; a broken or unreachable one is an accident.
		(answer) => answer.ok || answer.problem === 'config-missing',
	);

	/** Histories by wiki and person, with the newest revision they were read at: no other revision, no other history. */
	const histories = new Map<string, { readonly newest: number; readonly keys: readonly PageKey[] }>();
	async function history(transport: WikiTransport, wiki: string, user: string, newest: number) {
		if (newest === 0) return done<readonly PageKey[]>([]);
		const name = `${wiki}|${user}`;
		const known = histories.get(name);
		if (known?.newest === newest) return done(known.keys);
		const read = await readKeyHistory(transport, user);
		if (read.ok) histories.set(name, { newest, keys: read.value });
		return read;
	}

	/** Asked for by wiki and people in one key, as `cached` wants it. */
	const keys = cached<KeysByUser>(
		(question) => {
			const [wiki = '', ...users] = question.split('|');
			return onWiki(wiki, async (transport) => {
				const newest = await newestRevisions(transport, users);
				if (!newest.ok) return newest;
				const found = new Map<string, readonly PageKey[] | null>();
				for (const [user, revision] of newest.value) {
					const read = await history(transport, wiki, user, revision);
					// One page that the wiki cannot show must not keep the others from receiving reports.
					if (!read.ok) found.set(user, null);
					else if (read.value.length > 0) found.set(user, read.value);
				}
				return done(found);
			});
		},
		life,
		now,
	);

	return {
		config: (wiki, maxAge) => configs.get(wiki, maxAge),
		keysOf: (wiki, users, maxAge) =>
			users.length === 0
				? Promise.resolve(done(new Map()))
				: keys.get([wiki, ...new Set(users.map(canonicalName))].join('|'), maxAge),
		isStale: () => configs.isStale() || keys.isStale(),
	};
}
