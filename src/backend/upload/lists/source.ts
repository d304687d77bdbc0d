/** Fetches a list page by page from its provider: from where it was left, with an eye on pages that stall or repeat. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ListConfig } from '../config.ts';
import { readList, type Reading } from './formats.ts';
import type { ListRecord } from './record.ts';

export type Trouble = 'stalled' | 'repeats' | 'refused' | 'broken' | 'unreachable' | 'empty' | 'format' | 'no-source';

/**
 * Why a source could not be read to its end, what came before is kept, and it goes on from there; or why a file is no list:
 * `empty` with nothing in it, `format` with nothing that can be read in this format.
 */
export class SourceTrouble extends Error {
	readonly reason: Trouble;
	constructor(reason: Trouble) {
		super(reason);
		this.reason = reason;
	}
}

export interface Patience {
	/** Longest silence of a source, ms. */
	readonly stallMs: number;
}

/** Bytes that must come in that time. */
const slowest = 1_000;
/** A page that is longer has no end. */
const mostBytes = 8e9;

type Source = NonNullable<ListConfig['source']>;

async function headersOf({ login, tokenFile }: Source): Promise<Record<string, string>> {
	const read = async (file: string): Promise<string> => (await readFile(file, 'utf8')).trim();
	if (login) {
		const pair = `${login.user}:${await read(login.passwordFile)}`;
		return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
	}
	return tokenFile ? { authorization: `Bearer ${await read(tokenFile)}` } : {};
}

/** Ranges of time overlap (ms): the two clocks differ, and an entry may come in behind newer ones. What is known stays as it is. */
const overlap = 60 * 60 * 1000;

/** Address of the first page: NCMEC's by time (`/v2/entries?from=&to=`), others as they are configured, with a checkpoint. */
export function firstPage(list: Pick<ListConfig, 'format'>, source: Source, since: string | null, now: number): string {
	if (list.format === 'ncmec-v2') {
		const from = Math.max(0, since === null ? 0 : Date.parse(since) - overlap);
		const range = new URLSearchParams({ from: new Date(from).toISOString(), to: new Date(now).toISOString() });
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
	/** SHA-256 of the entries that came, once all is read; empty where there were none. */
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
	const timer = setTimeout(() => stalled.abort(), stallMs);
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
	async function* watched(): AsyncGenerator<Uint8Array> {
		let [all, some] = [0, 0];
		timer.refresh();
		try {
			for await (const part of body) {
				[all, some] = [all + part.length, some + part.length];
				if (all > mostBytes) throw new SourceTrouble('broken');
				// A byte now and then is silence too.
				if (some >= slowest) {
					some = 0;
					timer.refresh();
				}
				yield part;
			}
		} catch (error) {
			throw error instanceof SourceTrouble ? error : lost();
		} finally {
			clearTimeout(timer);
		}
	}
	const hash = createHash('sha256');
	let count = 0;
	const reading = readList(list.format, watched());
	async function* records(): AsyncGenerator<ListRecord[]> {
		for await (const some of reading.records) {
			for (const record of some) hash.update(`${JSON.stringify(record)}\n`);
			count += some.length;
			yield some;
		}
	}
	return {
		reading: { records: records(), next: reading.next },
		digest: () => (count === 0 ? '' : hash.digest('hex')),
	};
}
