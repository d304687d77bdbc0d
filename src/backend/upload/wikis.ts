/** The wikis whose uploads are followed, and the bytes of their files. */
import type { Outcome } from '../../contract/problem.ts';
import { createWikiApi } from '../../wiki/api.ts';
import type { WikiTransport } from '../../wiki/transport.ts';
import { readFiles, readRendering, readVersions, type FileOnWiki } from '../../wiki/uploads.ts';
import type { BackendConfig } from '../config.ts';

const timeoutMs = 20_000;
/** For one file, ms. */
const fileTimeout = 120_000;
/** Larger files are not fetched: of them only the SHA-1 that the wiki states is compared. */
export const mostBytes = 200_000_000;

export interface FollowedWiki {
	readonly base: string;
	readonly transport: WikiTransport;
	/** The version of a file with these bytes: current, older or renamed. Null where the wiki has it no longer. */
	find(title: string, sha1: string): Promise<Outcome<FileOnWiki | null>>;
	/** The address of the wiki's own rendering of it, see readRendering. */
	rendering(file: FileOnWiki): Promise<Outcome<string | null>>;
	/** Null where it cannot be had now, or is too large. */
	bytes(file: Pick<FileOnWiki, 'url'>): Promise<Uint8Array | null>;
}

async function find(transport: WikiTransport, title: string, sha1: string): Promise<Outcome<FileOnWiki | null>> {
	const versions = await readVersions(transport, title);
	if (!versions.ok) return versions;
	const own = versions.value.find((file) => file.sha1 === sha1);
	if (own) return { ok: true, value: own };
	// Renamed without a redirect, or uploaded under another name as well.
	const same = await readFiles(transport, { sha1 });
	return same.ok ? { ok: true, value: same.value.items[0] ?? null } : same;
}

/** A file's address as this machine reaches it: where the wiki has another one for us, its files have too. */
function reached(url: string, base: string, apiBase: string | undefined): URL {
	const made = new URL(url, base);
	if (apiBase === undefined || made.origin !== new URL(base).origin) return made;
	return new URL(made.pathname + made.search, apiBase);
}

async function read(url: URL, agent: string, signal: AbortSignal): Promise<Uint8Array | null> {
	const limit = AbortSignal.any([signal, AbortSignal.timeout(fileTimeout)]);
	const headers = { 'user-agent': agent };
	const response = await fetch(url, { headers, redirect: 'error', signal: limit });
	if (!response.ok || !response.body) return null;
	const parts: Uint8Array[] = [];
	let length = 0;
	for await (const part of response.body) {
		length += part.length;
		if (length > mostBytes) return null;
		parts.push(part);
	}
	return Buffer.concat(parts);
}

export function followedWikis(wikis: BackendConfig['wikis'], version: string, signal: AbortSignal): FollowedWiki[] {
	const agent = `Wikihaven/${version} (backend)`;
	return wikis.map(({ base, apiBase }) => {
		const transport = createWikiApi({
			base: apiBase ?? base,
			fetch: (url, init) => fetch(url, init),
			signal,
			credentials: 'omit',
			headers: { 'user-agent': agent },
			timeoutMs,
		});
		return {
			base,
			transport,
			find: (title, sha1) => find(transport, title, sha1),
			rendering: (file) => readRendering(transport, file),
			bytes: (file) => read(reached(file.url, base, apiBase), agent, signal).catch(() => null),
		};
	});
}
