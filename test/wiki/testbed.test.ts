/** The test wiki is what the other tests take it for. */
import { afterAll, expect, test } from 'vitest';
import { pathOf } from './person.ts';
import type { Wiki } from './start.ts';
import { testWiki } from './testbed.ts';

const wiki = await testWiki({ seeds: 'demo' });
afterAll(() => wiki.stop());

interface Info {
	query: {
		general: { generator: string };
		extensions: { name: string }[];
		skins: { code: string }[];
	};
}

test('it is MediaWiki 1.43 with the extensions and skins of a large wiki', async () => {
	const nobody = await wiki.apiAs();
	const answer = await nobody.get({ action: 'query', meta: 'siteinfo', siprop: 'general|extensions|skins' });
	const { query } = answer as unknown as Info;
	expect(query.general.generator).toMatch(/^MediaWiki 1\.43\./);
	const names = query.extensions.map(({ name }) => name);
	for (const name of ['Echo', 'DiscussionTools', 'Linter', 'Thanks', 'Abuse Filter', 'Gadgets'])
		expect(names).toContain(name);
	const skins = query.skins.map(({ code }) => code);
	expect(skins).toEqual(expect.arrayContaining(['vector', 'vector-2022', 'minerva', 'monobook', 'timeless']));
});

test('people wrote under their own names, and DiscussionTools sees each comment', async () => {
	const nobody = await wiki.apiAs();
	const page = async (title: string): Promise<string> => (await nobody.fetch(pathOf(title))).text();
	const comments = (html: string): string[] => html.match(/data-mw-comment-start="" id="c-[^"]*"/g) ?? [];
	const pond = comments(await page('Talk:Village pond'));
	expect(pond).toHaveLength(14);
	expect(pond.filter((id) => id.includes('"c-Bo-'))).toHaveLength(3);
	expect(comments(await page('Talk:Footpaths'))).toHaveLength(500);
	expect(await page('Talk:حديقة القرية')).toMatch(/mw-content-rtl/);
});

test('reset puts everything back to the seeds', async () => {
	await wiki.edit('Ana', 'Talk:Village pond', 'all gone');
	await wiki.reset();
	const nobody = await wiki.apiAs();
	const text = await (await nobody.fetch('/w/index.php?title=Talk:Village_pond&action=raw')).text();
	expect(text).toContain('The article says the pond is four metres deep.');
});

test('two wikis keep their sessions apart though a browser sends both the same cookies', async () => {
	const other = await testWiki();
	try {
		const sessionOf = async (of: Wiki): Promise<string | undefined> =>
			(await of.apiAs('Ana')).cookies().find(({ name }) => name.endsWith('_session'))?.name;
		expect(await sessionOf(wiki)).toMatch(/^haven\d+_session$/);
		expect(await sessionOf(wiki)).not.toBe(await sessionOf(other));
	} finally {
		await other.stop();
	}
});
