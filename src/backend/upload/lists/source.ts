/** Fetches a list page by page from its provider: from where it was left, with an eye on pages that stall or repeat. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ListConfig } from '../config.ts';
import { readList, type Reading } from './formats.ts';

/** Why a source could not be read to its end; what came before is kept, and it goes on from there. */
export class SourceTrouble extends Error {
	readonly reason: 'stalled' | 'repeats' | 'refused' | 'broken' | 'unreachable';
	constructor(reason: SourceTrouble['reason']) {
		super(reason);
		this.reason = reason;
	}
}

export interface Patience {
	/** Longest silence of a source, ms. */
	readonly stallMs: number;
}

type Source = NonNullable<ListConfig['source']>;

async function headersOf({ login, tokenFile }: Source): Promise<Record<string, string>> {
	const read = async (file: string): Promise<string> => (await readFile(file, 'utf8')).trim();
	if (login) {
		const pair = `${login.user}:${await read(login.passwordFile)}`;
		return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
	}
	return tokenFile ? { authorization: `Bearer ${await read(tokenFile)}` } : {};
}

/** Address of the first page: NCMEC's by time (`/v2/entries?from=&to=`), others as they are configured, with a checkpoint. */
export function firstPage(list: Pick<ListConfig, 'format'>, source: Source, since: string | null, now: number): string {
	if (list.format === 'ncmec-v2') {
		const range = new URLSearchParams({ from: since ?? '1970-01-01T00:00:00Z', to: new Date(now).toISOString() });
		return `${source.url}/v2/entries?${range.toString()}`;
	}
	return since === null ? source.url : withAfter(source.url, since);
}

function withAfter(url: string, after: string): string {
	const made = new URL(url);
	made.searchParams.set('after', after);
	return made.href;
}

/** Address of the page after this one; null at the end. Throws where it leads to another host: it would get the password. */
export function nextPage(list: Pick<ListConfig, 'format'>, source: Source, page: string, next: string | null) {
	if (next === null) return null;
	const made = list.format === 'ncmec-v2' ? source.url + next : withAfter(source.url, next);
	if (!next.startsWith('/') && list.format === 'ncmec-v2') throw new SourceTrouble('broken');
	if (new URL(made).origin !== new URL(page).origin) throw new SourceTrouble('broken');
	return made === page ? null : made;
}

export interface Page {
	readonly reading: Reading;
	/** SHA-256 of what came, once all is read. */
	digest(): string;
}

/** Opens one page; reading it rejects with SourceTrouble where it stalls. */
export async function openPage(
	list: ListConfig,
	source: Source,
	url: string,
	{ stallMs }: Patience,
	signal: AbortSignal,
): Promise<Page> {
	const stalled = new AbortController();
	let timer = setTimeout(() => stalled.abort(), stallMs);
	const lost = (): SourceTrouble => new SourceTrouble(stalled.signal.aborted ? 'stalled' : 'unreachable');
	const response = await fetch(url, {
		headers: await headersOf(source),
		redirect: 'error',
		signal: AbortSignal.any([signal, stalled.signal]),
	}).catch(() => {
		clearTimeout(timer);
		throw lost();
	});
	if (!response.ok || !response.body) {
		clearTimeout(timer);
		await response.body?.cancel();
		throw new SourceTrouble('refused');
	}
	const { body } = response;
	const hash = createHash('sha256');
	async function* watched(): AsyncGenerator<Uint8Array> {
		try {
			for await (const part of body) {
				timer.refresh();
				hash.update(part);
				yield part;
			}
		} catch {
			throw lost();
		} finally {
			clearTimeout(timer);
		}
	}
	timer = timer.refresh();
	return { reading: readList(list.format, watched()), digest: () => hash.digest('hex') };
}
