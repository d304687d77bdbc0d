/** A backend that checks uploads of a wiki of files, with lists, reviewers, a duty rota and a CyberTipline, all of a test. */
import { createServer } from 'node:http';
import { startTestBackend, type TestBackend } from './backend.ts';
import { startCyberTip, type CyberTip } from './cybertip.ts';
import { makeWorld, newKey, wikiA, type KeyPair, type World } from './people.ts';
import { legalContact, secretFile, type UploadInput } from './upload.ts';
import { startWikiFiles, type WikiFiles } from './wiki-files.ts';
import type { StoreConfig } from '../../../src/backend/store/open.ts';
import { loadCore } from '../../../src/engines/pdq/wasm-core.ts';
import { hashBytes } from '../../../src/host/cli/file-hashes.ts';
import { shortened } from '../../../src/host/cli/upload-hasher.ts';
import type { HashedFile } from '../../../src/backend/upload/hasher.ts';
import { landscape } from '../../wiki/seeds/picture.ts';

export interface UploadWorld {
	readonly world: World;
	readonly wiki: WikiFiles;
	readonly tip: CyberTip;
	/** What the duty rota was told. */
	readonly told: string[];
	/** Opens what was preserved. */
	readonly staffKey: KeyPair;
	readonly backend: TestBackend;
	/** Another process over the same store, after this one has ended. */
	restart(): Promise<void>;
	/** Takes hashes into a list. */
	list(id: 'abuse' | 'terror' | 'open', lines: readonly string[]): Promise<void>;
	/** Waits until no file of the wiki is left to be hashed, and lists were compared. */
	settled(): Promise<void>;
	stop(): Promise<void>;
}

/** People with a role each; both of child-abuse may review it. */
export const reviewers = { 'Rae One': 'child-abuse', 'Rae Two': 'child-abuse', Tom: 'terrorism' } as const;

const core = loadCore();
export const hashesOf = async (bytes: Uint8Array): Promise<HashedFile> => shortened(await hashBytes(core, bytes));
export const pdqOf = async (bytes: Uint8Array): Promise<string> => (await hashesOf(bytes)).views[0]?.hash ?? '';

/** A picture of its own for every number. */
export const picture = (mood: number): Uint8Array => landscape(96, 72, mood);

export async function makeUploadWorld(
	store: StoreConfig,
	{
		change = {},
		before = () => undefined,
		apiBase,
	}: {
		change?: Partial<UploadInput>;
		before?: (wiki: WikiFiles) => void;
		/** Of a real wiki, instead of the wiki of files. */
		apiBase?: string;
	} = {},
): Promise<UploadWorld> {
	const [world, wiki, tip, staffKey] = [
		await makeWorld(),
		await startWikiFiles(),
		await startCyberTip(),
		await newKey(),
	];
	before(wiki);
	const password = secretFile('of the tests');
	const told: string[] = [];
	const rota = createServer((request, answer) => {
		let body = '';
		request.on('data', (part: Buffer) => (body += part.toString()));
		request.on('end', () => {
			told.push(`${request.url ?? ''} ${body}`);
			answer.end();
		});
	});
	await new Promise<void>((ready) => rota.listen(0, '127.0.0.1', ready));
	const address = rota.address();
	const own = { preserveTo: [staffKey.public.age], preserveDays: 400, retentionDays: 30 };
	const upload: UploadInput = {
		legalContact,
		classes: { 'child-abuse': own, terrorism: own },
		followSeconds: 1,
		lists: [
			{ id: 'abuse', class: 'child-abuse', format: 'csv', agreement: 'No. 1' },
			{ id: 'terror', class: 'terrorism', format: 'csv', agreement: 'No. 2' },
			{ id: 'open', class: 'wiki', format: 'csv', wiki: wikiA, action: 'hold' },
		],
		dutyRota: { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/alert` },
		cyberTipline: {
			mode: 'test',
			url: tip.url,
			login: { user: 'haven', passwordFile: password.path },
			reporter: { firstName: 'Lee', lastName: 'Gal', email: 'lee@haven.test' },
		},
		...change,
	};
	const staff = [
		...(world.staff ?? []),
		...(await Promise.all(
			Object.entries(reviewers).map(async ([user, id]) => ({
				role: `hash-review-${id}`,
				name: `Reviewer ${user}`,
				key: (await newKey()).public,
				accounts: [{ wiki: wikiA, user }],
			})),
		)),
	];
	const start = () =>
		startTestBackend(world, store, { wikis: [{ base: wikiA, apiBase: apiBase ?? wiki.base }], staff, upload });
	let backend = await start();
	return {
		world,
		wiki,
		tip,
		told,
		staffKey,
		get backend() {
			return backend;
		},
		async restart() {
			const { now } = backend.clock;
			await backend.stop();
			backend = await start();
			backend.clock.now = now;
		},
		async list(id, lines) {
			async function* bytes(): AsyncGenerator<Uint8Array> {
				yield await Promise.resolve(Buffer.from(lines.join('\n')));
			}
			await backend.services.upload?.lists.importFile(id, bytes());
			await backend.services.upload?.sync();
		},
		async settled() {
			for (;;) {
				const waiting = await backend.store.db
					.selectFrom('upload_file')
					.select('title')
					.where('state', '=', 'waiting')
					.where('due', '<=', backend.clock.now)
					.execute();
				const behind = await backend.store.db
					.selectFrom('upload_list')
					.select('id')
					.where('id', '!=', 'open')
					.whereRef('swept', '<', 'stamp')
					.execute();
				if (waiting.length + behind.length === 0) return;
				await new Promise((next) => setTimeout(next, 20));
			}
		},
		async stop() {
			await backend.stop();
			await Promise.all([wiki.stop(), tip.stop()]);
			rota.closeAllConnections();
			await new Promise((done) => rota.close(done));
			password.remove();
		},
	};
}
