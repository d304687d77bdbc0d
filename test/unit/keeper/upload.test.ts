/** What the keeper asks for a file before its upload: the wikis for the same bytes, the service only for who is signed in. */
import { expect, test } from 'vitest';
import type { ApiCall } from '../../../src/contract/page-panel.ts';
import { done, failed, type Outcome } from '../../../src/contract/problem.ts';
import { createKeeper } from '../../../src/keeper/main.ts';
import { origin, wiki } from './haven.ts';
import { scripted } from './scripted.ts';

const sha1 = 'a'.repeat(31);
const hex = BigInt(Array.from(sha1).reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n))
	.toString(16)
	.padStart(40, '0');
const image = (title: string) => ({ title, sha1: hex, url: 'https://files.example.org/a', size: 9 });
const hashes = { sha1, md5: '0'.repeat(32), sha256: '0'.repeat(64), views: [] };

async function told(repos: object[], off: string[] = []) {
	const { services, vault, asked } = await scripted({ 'POST /v1/upload/submissions': { json: {} } }, off);
	const elsewhere: string[] = [];
	const keeper = createKeeper({
		...services,
		wikiApi: async (_: string, { params }: ApiCall): Promise<Outcome<unknown>> =>
			params['meta'] === 'filerepoinfo'
				? done({ query: { repos } })
				: done({ query: { allimages: [image('File:Here.png')] } }),
		sharedFiles: async (base) => {
			elsewhere.push(base);
			return base.includes('down') ? failed('wiki-unreachable') : done(['File:There.png']);
		},
	});
	return { keeper, vault, asked, elsewhere };
}

test('the same bytes on the wiki and on those whose files it says it uses; one that is down hides nothing', async () => {
	const { keeper, asked, elsewhere } = await told([
		{ local: true, displayname: 'Here' },
		{ displayname: 'Shared files', apiurl: 'https://shared.example.org/w/api.php' },
		{ displayname: 'Same database', scriptDirUrl: '//db.example.org/w' },
		{ displayname: 'Down', apiurl: 'https://down.example.org/w/api.php' },
		{ displayname: 'Not safe', apiurl: 'http://plain.example.org/w/api.php' },
		{ displayname: 'No address' },
	]);
	expect(await keeper.sameFiles({ wiki, sha1 })).toEqual({
		ok: true,
		value: {
			here: ['File:Here.png'],
			shared: [
				{ repository: 'Shared files', titles: ['File:There.png'] },
				{ repository: 'Same database', titles: ['File:There.png'] },
			],
		},
	});
	expect(elsewhere).toEqual(['https://shared.example.org/w', 'https://db.example.org/w', 'https://down.example.org/w']);
	expect(asked, 'the service hears nothing of it').toEqual([]);
});

test('the service is told by who is signed in and by nobody else, and of nothing where the wiki has it switched off', async () => {
	const { keeper, vault, asked } = await told([]);
	expect(await keeper.uploadSubmit({ wiki, hashes })).toMatchObject({ problem: 'not-signed-in' });
	expect(asked).toEqual([]);
	const until = '2099-01-01T00:00:00Z';
	await vault.put('sessions', wiki, { wiki, origin, token: 't'.repeat(43), user: 'Ana', roles: [], until } as never);
	expect(await keeper.uploadSubmit({ wiki, hashes })).toEqual({ ok: true, value: {} });
	expect(asked).toMatchObject([
		{ route: 'POST /v1/upload/submissions', auth: `Bearer ${'t'.repeat(43)}`, body: hashes },
	]);
	const off = await told([], ['upload']);
	expect(await off.keeper.uploadSubmit({ wiki, hashes })).toMatchObject({ problem: 'switched-off' });
	expect(await off.keeper.sameFiles({ wiki, sha1 })).toMatchObject({ problem: 'switched-off' });
});
