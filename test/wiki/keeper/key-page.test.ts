/** A handler's key on a real wiki: what an administrator with every right can do to the page, and what it gives. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readKeyPage } from '../../../src/wiki/key-page.ts';
import { readConfig } from '../../../src/wiki/config.ts';
import { testWiki } from '../testbed.ts';
import type { Person } from '../person.ts';
import type { Wiki } from '../start.ts';
import { wikihavenConfig } from '../haven-config.ts';
import { everyRight, keyText, makeKey, makePerson, publicOf, transportAs, type TestKey } from './tools.ts';

let wiki: Wiki;
let evil: Person;
let evilKey: TestKey;
let count = 0;

beforeAll(async () => {
	wiki = await testWiki({ settings: everyRight });
	evil = await makePerson(wiki, 'Evil admin', ['sysop', 'interface-admin', 'bureaucrat']);
	evilKey = await makeKey();
});
afterAll(() => wiki.stop());

/** Somebody new with a key of their own on their page. */
async function newHandler(groups: string[] = []): Promise<{
	name: string;
	title: string;
	key: TestKey;
	person: Person;
	read: () => Promise<string | null>;
}> {
	const name = `Handler ${++count}`;
	const person = await makePerson(wiki, name, groups);
	const key = await makeKey();
	const title = `User:${name}/Wikihaven.json`;
	await person.edit(title, keyText(key));
	const read = async (): Promise<string | null> => {
		const found = await readKeyPage(transportAs(await wiki.apiAs('')), name);
		if (!found.ok) throw new Error(found.problem);
		return found.value?.key.age ?? null;
	};
	return { name, title, key, person, read };
}

/** Who made the revisions of a page, as the wiki says now. */
async function authors(title: string): Promise<string[]> {
	const answer = (await evil.get({
		action: 'query',
		prop: 'revisions',
		titles: title,
		rvprop: 'user',
		rvlimit: 50,
	})) as {
		query: { pages: { revisions?: { user: string }[] }[] };
	};
	return answer.query.pages[0]?.revisions?.map(({ user }) => user) ?? [];
}

async function importXml(title: string, user: string, at: string, text: string): Promise<void> {
	const escape = (raw: string): string => raw.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
	const xml = `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en"><page><title>${title}</title><ns>2</ns><revision><timestamp>${at}</timestamp><contributor><username>${user}</username><id>1</id></contributor><model>json</model><format>application/json</format><text xml:space="preserve">${escape(text)}</text></revision></page></mediawiki>`;
	await evil.act({
		action: 'import',
		xml: new Blob([xml], { type: 'text/xml' }),
		interwikiprefix: 'x',
		assignknownusers: true,
	});
}

test('the own key is found, with the time of its first revision although a confirmation was added later', async () => {
	const { name, key, person, title } = await newHandler();
	const transport = transportAs(await wiki.apiAs(''));
	const before = await readKeyPage(transport, name);
	await new Promise((wake) => setTimeout(wake, 1100));
	await person.edit(title, keyText(key, [await key.confirm('key:somebody')]));
	const after = await readKeyPage(transport, name);
	if (!before.ok || !after.ok) throw new Error('cannot read');
	expect(after.value?.key).toEqual(publicOf(key));
	expect(after.value?.confirms).toHaveLength(1);
	expect(after.value?.at).toBe(before.value?.at);
	expect(after.value?.revision).toBeGreaterThan(before.value?.revision ?? 0);
});

test('nobody without a key page, a broken one, or an id that is not of the key has a key', async () => {
	const transport = transportAs(await wiki.apiAs(''));
	expect(await readKeyPage(transport, 'Nobody at all')).toEqual({ ok: true, value: null });
	const { person, title, read, key } = await newHandler();
	await person.edit(title, JSON.stringify({ wikihaven: 1, key: { ...publicOf(key), id: '0'.repeat(16) } }));
	expect(await read()).toBeNull();
	await person.edit(title, '{"wikihaven": 2}');
	expect(await read()).toBeNull();
});

test('swap: a sysop edits the page, and the own revision below still counts', async () => {
	const { title, key, read } = await newHandler();
	await evil.edit(title, keyText(evilKey));
	expect(await read()).toBe(key.age);
});

test('swap: a sysop begins the page before its owner does, and it counts for nothing', async () => {
	const name = `Handler ${++count}`;
	const person = await makePerson(wiki, name);
	const title = `User:${name}/Wikihaven.json`;
	await evil.edit(title, keyText(evilKey));
	const transport = transportAs(await wiki.apiAs(''));
	expect(await readKeyPage(transport, name)).toEqual({ ok: true, value: null });
	await person.edit(title, keyText(await makeKey()));
	expect(await readKeyPage(transport, name)).toEqual({ ok: true, value: null });
});

test('swap: a sysop imports a revision in the name of the handler, old or new, and the page has no key any more', async () => {
	for (const at of ['2020-01-01T00:00:00Z', '2099-01-01T00:00:00Z']) {
		const { title, name, read } = await newHandler();
		await importXml(title, name, at, keyText(evilKey));
		expect((await authors(title)).filter((user) => user === name)).toHaveLength(2);
		expect(await read(), at).toBeNull();
	}
});

test('swap: a sysop imports and hides the log entry, and the time of the revision is still not believed', async () => {
	const name = `Handler ${++count}`;
	await makePerson(wiki, name);
	const title = `User:${name}/Wikihaven.json`;
	await importXml(title, name, '2020-01-01T00:00:00Z', keyText(evilKey));
	const log = (await evil.get({
		action: 'query',
		list: 'logevents',
		letype: 'import',
		letitle: title,
		leprop: 'ids',
	})) as {
		query: { logevents: { logid: number }[] };
	};
	await evil.act({
		action: 'revisiondelete',
		type: 'logging',
		ids: log.query.logevents.map(({ logid }) => logid).join('|'),
		hide: 'content|comment|user',
		reason: 'x',
	});
	const found = await readKeyPage(transportAs(await wiki.apiAs('')), name);
	if (!found.ok) throw new Error(found.problem);
	// Nothing is to be seen of the import but the number of the revision: the key is a newcomer of today.
	expect(found.value?.key.age).toBe(evilKey.age);
	expect(Date.parse(found.value?.at ?? '')).toBeGreaterThan(Date.now() - 3_600_000);
});

test('swap: a page that the handler once repaired is moved over, and begins with somebody else', async () => {
	const { name, title, person, read } = await newHandler(['sysop']);
	const trap = 'User:Evil admin/Wikihaven.json';
	await evil.edit(trap, keyText(evilKey));
	await evil.edit(trap, '{}');
	// The handler reverts what looks like vandalism.
	await person.edit(trap, keyText(evilKey));
	await evil.deletePage(title);
	await evil.act({ action: 'move', from: trap, to: title, reason: 'x', noredirect: true });
	expect(await authors(title)).toContain(name);
	expect(await read()).toBeNull();
});

test('removal counts at once: deleted, hidden, emptied', async () => {
	const deleted = await newHandler();
	await evil.deletePage(deleted.title);
	expect(await deleted.read()).toBeNull();
	const hidden = await newHandler();
	const revision = await hidden.person.edit(hidden.title, keyText(hidden.key, [await hidden.key.confirm('key:x')]));
	await evil.edit(hidden.title, '{}');
	await evil.hideRevision(revision, 'content');
	// The own revision before it does not step in.
	expect(await hidden.read()).toBeNull();
	const emptied = await newHandler();
	await emptied.person.edit(emptied.title, '{}');
	expect(await emptied.read()).toBeNull();
});

test('roll-back: an older key brought back by restoring only its revision does not count until its owner edits again', async () => {
	const { title, person, read, key } = await newHandler();
	const old = (await evil.get({ action: 'query', prop: 'revisions', titles: title, rvprop: 'ids|timestamp' })) as {
		query: { pages: { revisions: { timestamp: string }[] }[] };
	};
	await new Promise((wake) => setTimeout(wake, 1100));
	const next = await makeKey();
	await person.edit(title, keyText(next));
	expect(await read()).toBe(next.age);
	await evil.deletePage(title);
	await evil.act({
		action: 'undelete',
		title,
		timestamps: old.query.pages[0]?.revisions[0]?.timestamp ?? '',
		reason: 'x',
	});
	expect(await authors(title)).toHaveLength(1);
	expect(await read()).toBeNull();
	await new Promise((wake) => setTimeout(wake, 1100));
	await person.edit(title, keyText(key, [await key.confirm('key:again')]));
	expect(await read()).toBe(key.age);
});

test('the configuration: missing, broken, and as written, with its revision', async () => {
	const transport = transportAs(await wiki.apiAs(''));
	expect(await readConfig(transport)).toMatchObject({ problem: 'config-missing' });
	const page = 'MediaWiki:Wikihaven.json';
	await evil.edit(page, JSON.stringify({ wikihaven: 1 }));
	expect(await readConfig(transport)).toMatchObject({ problem: 'config-broken', params: ['backend'] });
	const config = wikihavenConfig('http://haven.localhost:1');
	const revision = await evil.edit(page, JSON.stringify(config));
	expect(await readConfig(transport)).toMatchObject({
		ok: true,
		value: { revision, config: { routes: config.routes } },
	});
	const wrong = { ...config, routes: { ...config.routes, 'child-safety': ['handlers'] } };
	await evil.edit(page, JSON.stringify(wrong));
	expect(await readConfig(transport)).toMatchObject({ problem: 'config-broken' });
});
