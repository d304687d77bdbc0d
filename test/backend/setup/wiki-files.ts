/** A wiki's files in memory: a double for the real wiki, so that it can be down, slow or changed in any second. It answers as documented. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

interface Version {
	readonly sha1: string;
	readonly user: string;
	readonly at: string;
	readonly bytes: Uint8Array;
	/** As the wiki says it. */
	readonly size: number;
	/** What the wiki shows of it, where that is not the file itself. */
	readonly rendering: Uint8Array | undefined;
}
interface Upload {
	user?: string;
	at?: string;
	logged?: boolean;
	size?: number;
	rendering?: Uint8Array;
}
interface LogEntry {
	readonly title: string;
	readonly user: string;
	readonly at: string;
	readonly sha1: string;
}

export interface WikiFiles {
	readonly base: string;
	/** Titles and their versions, the current one first. */
	readonly files: Map<string, Version[]>;
	/** Lists and properties that were asked for. */
	readonly asked: string[];
	/** Answers with a fault while it is true. */
	isDown: boolean;
	/** How many questions came while it was down. */
	refused: number;
	/** Uploads as the wiki would log it; `logged: false` for a file from before. Answers its SHA-1, base 36. */
	upload(title: string, bytes: Uint8Array, more?: Upload): string;
	/** Renames without leaving a redirect. */
	move(from: string, to: string): void;
	stop(): Promise<void>;
}

const hex = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex');
const base36 = (sha1: string): string => BigInt(`0x${sha1}`).toString(36).padStart(31, '0');
const pageSize = 5;

export async function startWikiFiles(): Promise<WikiFiles> {
	const files = new Map<string, Version[]>();
	const log: LogEntry[] = [];
	const made = { asked: [] as string[], isDown: false, refused: 0 };
	let clock = Date.parse('2026-05-01T10:00:00Z');
	let base = '';

	const url = (title: string, sha1: string): string => `${base}/images/${sha1}/${encodeURIComponent(title)}`;
	function page<T>(all: readonly T[], from: string | null, name: string): { items: readonly T[]; more: object } {
		const start = Number(from ?? 0);
		const items = all.slice(start, start + pageSize);
		const goesOn = start + pageSize < all.length;
		return { items, more: goesOn ? { continue: { [name]: String(start + pageSize), continue: '-||' } } : {} };
	}

	function query(given: URLSearchParams): object {
		if (given.get('list') === 'logevents') {
			const isNewer = given.get('ledir') === 'newer';
			const from = given.get('lestart') ?? '';
			const all = isNewer ? log.filter((entry) => entry.at >= from) : [...log].reverse();
			const limited = given.get('lelimit') === '1' ? all.slice(0, 1) : all;
			const { items, more } = page(limited, given.get('lecontinue'), 'lecontinue');
			const logevents = items.map(({ title, user, at, sha1 }) => ({
				title,
				user,
				timestamp: at,
				params: { img_sha1: base36(sha1), img_timestamp: at },
			}));
			return { ...more, query: { logevents } };
		}
		if (given.get('list') === 'allimages') {
			const wanted = given.get('aisha1base36');
			const all = [...files].flatMap(([title, [now]]) => (now ? [{ title, ...now }] : []));
			const some = all.filter(({ sha1 }) => wanted === null || base36(sha1) === wanted);
			const { items, more } = page(some, given.get('aicontinue'), 'aicontinue');
			const allimages = items.map(({ title, sha1, size }) => ({
				title,
				sha1,
				url: url(title, sha1),
				size,
			}));
			return { ...more, query: { allimages } };
		}
		const title = given.get('titles') ?? '';
		const versions = files.get(title);
		if (!versions) return { query: { pages: [{ title, missing: true }] } };
		const isShown = given.has('iiurlwidth');
		const imageinfo = versions.map(({ sha1, user, size, rendering }) => ({
			sha1,
			user,
			url: url(title, sha1),
			size,
			...(isShown && {
				mediatype: 'DRAWING',
				thumburl: rendering ? `${base}/thumb/${sha1}.png` : `${base}/file-type-icons/x.png`,
			}),
		}));
		return { query: { pages: [{ title, imageinfo }] } };
	}

	const server = createServer((request, answer) => {
		if (made.isDown) {
			made.refused++;
			return void answer.writeHead(500).end('down');
		}
		const [, drawn] = /^\/w\/thumb\/([0-9a-f]{40})/.exec(request.url ?? '') ?? [];
		if (drawn !== undefined) {
			made.asked.push('rendering');
			const found = [...files.values()].flat().find((version) => version.sha1 === drawn);
			return void answer.end(found?.rendering);
		}
		const [, sha1] = /^\/w\/images\/([0-9a-f]{40})\//.exec(request.url ?? '') ?? [];
		if (sha1 !== undefined) {
			made.asked.push('file');
			const found = [...files.values()].flat().find((version) => version.sha1 === sha1);
			return void (found ? answer.end(found.bytes) : answer.writeHead(404).end());
		}
		let body = '';
		request.on('data', (part: Buffer) => (body += part.toString()));
		request.on('end', () => {
			const given = new URLSearchParams(body);
			made.asked.push(`${given.get('action')} ${given.get('list') ?? given.get('prop') ?? ''}`);
			answer.setHeader('content-type', 'application/json');
			answer.end(
				JSON.stringify(given.get('action') === 'query' ? query(given) : { error: { code: 'unknown_action' } }),
			);
		});
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const address = server.address();
	base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/w`;

	return Object.assign(made, {
		base,
		files,
		upload(title: string, bytes: Uint8Array, more: Upload = {}) {
			const { user = 'Anna', at = '', logged = true, size = bytes.length, rendering } = more;
			clock += 1000;
			const when = at || new Date(clock).toISOString().replace('.000', '');
			const sha1 = hex(bytes);
			files.set(title, [{ sha1, user, at: when, bytes, size, rendering }, ...(files.get(title) ?? [])]);
			if (logged) log.push({ title, user, at: when, sha1 });
			return base36(sha1);
		},
		move(from: string, to: string) {
			files.set(to, files.get(from) ?? []);
			files.delete(from);
		},
		stop() {
			server.closeAllConnections();
			return new Promise<void>((done) => server.close(() => done()));
		},
	});
}
