/** A stand-in for list providers, which cannot be reached from here: it speaks NCMEC Hash Sharing v2 as documented, and can stall. */
import { createServer, type ServerResponse } from 'node:http';

export interface ListEntry {
	readonly id: string;
	/** Null for a tombstone. */
	readonly hashes: Readonly<Record<string, string>> | null;
}

type Trouble = 'stall' | 'drip' | 'repeat' | 'same' | 'bare' | 'refuse' | 'garbage';

export interface ListServer {
	readonly url: string;
	/** Entries in the order of their pages. */
	entries: ListEntry[];
	/** What was asked for: paths with their queries. */
	readonly asked: string[];
	/** Headers of the last question. */
	authorization: string;
	/**
	 * `stall`: the page of this number begins and never ends; `drip`: it goes on, a space now and then; `repeat`: its `next`
	 * leads back to the first page; `same`: from it on every page holds the same, and leads on; `bare`: nothing, and leads on.
	 */
	trouble: { readonly kind: Trouble; readonly page: number } | null;
	stop(): Promise<void>;
}

const entryXml = ({ id, hashes }: ListEntry): string =>
	hashes === null
		? `<deletedImage><member id="42">M</member><id>${id}</id><timestamp>2026-01-02T00:00:00Z</timestamp></deletedImage>`
		: `<image><member id="42">M</member><timestamp>2026-01-01T00:00:00Z</timestamp><id>${id}</id><classification>A1</classification><fingerprints>${Object.entries(
				hashes,
			)
				.map(([kind, value]) => `<${kind}>${value}</${kind}>`)
				.join('')}</fingerprints></image>`;

export async function startListServer(size: number): Promise<ListServer> {
	const made: Omit<ListServer, 'url' | 'stop'> = { entries: [], asked: [], authorization: '', trouble: null };

	function page(url: URL, answer: ServerResponse): void {
		const start = Number(url.searchParams.get('start') ?? 1);
		const number = Math.floor((start - 1) / size) + 1;
		const { trouble: own } = made;
		const isOn = own?.kind === 'same' || own?.kind === 'bare' ? number >= own.page : number === own?.page;
		const trouble = isOn ? own?.kind : null;
		if (trouble === 'refuse') return void answer.writeHead(503).end();
		if (trouble === 'garbage') return void answer.writeHead(200).end('<queryResult><images>');
		const from = trouble === 'same' ? 0 : start - 1;
		const some = trouble === 'bare' ? [] : made.entries.slice(from, from + size);
		answer.writeHead(200, { 'content-type': 'application/xml' });
		answer.write(
			`<?xml version="1.0"?><queryResult xmlns="https://hashsharing.ncmec.org/hashsharing/v2"><images count="${some.length}" maxTimestamp="2026-01-01T00:00:00Z">`,
		);
		answer.write(some.map(entryXml).join(''));
		if (trouble === 'stall') return;
		if (trouble === 'drip') {
			const timer = setInterval(() => answer.write(' '), 100);
			return void answer.once('close', () => clearInterval(timer));
		}
		const more = new URLSearchParams(url.searchParams);
		more.set('start', String(trouble === 'repeat' ? 1 : start + size));
		more.set('size', String(size));
		const next = start - 1 + size < made.entries.length || ['repeat', 'same', 'bare'].includes(trouble ?? '');
		const paging = next ? `<paging><next>/v2/entries?${more.toString().replaceAll('&', '&amp;')}</next></paging>` : '';
		answer.end(`</images>${paging}</queryResult>`);
	}

	const server = createServer((request, answer) => {
		made.asked.push(request.url ?? '');
		made.authorization = request.headers.authorization ?? '';
		const url = new URL(request.url ?? '/', 'http://list');
		if (url.pathname === '/hashsharing/v2/entries') page(url, answer);
		else answer.writeHead(404).end();
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const address = server.address();
	const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/hashsharing`;
	return Object.assign(made, {
		url,
		stop() {
			server.closeAllConnections();
			return new Promise<void>((done) => server.close(() => done()));
		},
	});
}
