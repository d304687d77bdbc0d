/** The verb `timeline` against a real wiki: what two people did to each other, as MediaWiki itself records it. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../build/setup/folders.ts';
import { createClock } from './keeper/clock.ts';
import { createMemoryVault } from '../../src/host/memory/vault.ts';
import { tieVerbs } from '../../src/keeper/ties.ts';
import { everyRight, transportAs } from './keeper/tools.ts';
import type { Wiki } from './start.ts';
import { testWiki } from './testbed.ts';

interface Shown {
	users: string[];
	events: { type: string; actor: string; target: string | null; page: string; revision: number | null; link: string }[];
	pages: { page: string; edits: Record<string, number> }[];
	stretch: { events: number } | null;
	measures: { of: string; after: string; reading: string; words: string }[];
	lacking: string[];
}

const clock = createClock();
let wiki: Wiki;
const from = new Date(clock.now() - 3_600_000).toISOString();
let to = '';

async function timeline(...args: string[]): Promise<{ code: number; out: string; error: string }> {
	const command = [join(root, 'src/host/cli/main.ts'), 'timeline', ...args];
	try {
		const { stdout, stderr } = await promisify(execFile)(process.execPath, command);
		return { code: 0, out: stdout, error: stderr };
	} catch (failure) {
		const { code, stdout, stderr } = failure as { code: number; stdout: string; stderr: string };
		return { code, out: stdout, error: stderr };
	}
}

const revisions: Record<string, number> = {};

beforeAll(async () => {
	wiki = await testWiki({ settings: everyRight + clock.settings });
	const [ana, bo, mira] = [await wiki.apiAs('Ana'), await wiki.apiAs('Bo'), await wiki.apiAs('Mira')];
	const later = <T>(done: T): T => {
		clock.pass(2);
		return done;
	};
	later(await ana.edit('Weir', 'A low dam.'));
	revisions['good'] = later(await ana.edit('Weir', 'A low dam across the brook.'));
	revisions['undo'] = later(await bo.edit('Weir', 'A low dam.', 'no'));
	revisions['question'] = later(await ana.append('Talk:Weir', 'Why was that wrong? ~~~~', 'The brook'));
	const answer = { action: 'edit', title: 'Talk:Weir', section: '1', summary: '/* The brook */', token: '' };
	const said = `\n:Because [[User:Ana|you]] never read. ~~~~`;
	await bo.act({ ...answer, token: undefined, appendtext: said });
	clock.pass(2);
	await ana.edit('Lock', 'A gate.');
	clock.pass(2);
	await mira.block('Bo', '3 days', 'rude');
	await ana.act({ action: 'thank', rev: revisions['undo'], source: 'diff' });
	clock.pass(2);
	to = new Date(clock.now()).toISOString();
});
afterAll(async () => {
	await wiki.stop();
	clock.remove();
});

test('H5: edits, reverts, replies, mentions, thanks and blocks are events with links', async () => {
	const api = `${wiki.base}/w/api.php`;
	const { code, out, error } = await timeline('--api', api, '--users', 'ana,Bo,Mira', '--from', from, '--to', to);
	expect({ code, error }).toEqual({ code: 0, error: '' });
	const shown = JSON.parse(out) as Shown;
	expect(shown.users).toEqual(['Ana', 'Bo', 'Mira']);
	const brief = shown.events.map(({ type, actor, target, page }) => `${type} ${actor} ${target} ${page}`);
	expect(brief).toEqual(
		expect.arrayContaining([
			'edit Ana null Weir',
			'revert Bo Ana Weir',
			'reply Bo Ana Talk:Weir',
			'mention Bo Ana Talk:Weir',
			'block Mira Bo User:Bo',
			'thanks Ana Bo User:Bo',
		]),
	);
	expect(brief.filter((line) => line.includes('Lock'))).toEqual([]);
	expect(shown.events.find(({ type }) => type === 'revert')?.link).toBe(
		`${wiki.base}/w/index.php?diff=${revisions['undo']}`,
	);
	expect(shown.pages.map(({ page, edits }) => ({ page, edits }))).toEqual([
		{ page: 'Weir', edits: { Ana: 2, Bo: 1 } },
		{ page: 'Talk:Weir', edits: { Ana: 1, Bo: 1 } },
	]);
	expect(shown.measures).toHaveLength(6);
	for (const { reading, words } of shown.measures) {
		expect(reading).toBe('too-little');
		expect(words).toContain('too little to tell');
	}
	expect(shown.lacking).toEqual([]);
});

test('H5: a page and a namespace can be hidden', async () => {
	const asked = ['--api', `${wiki.base}/w/api.php`, '--users', 'Ana,Bo', '--from', from, '--to', to];
	const types = async (...more: string[]): Promise<string[]> =>
		(JSON.parse((await timeline(...asked, ...more)).out) as Shown).events.map(({ type }) => type);
	expect(await types('--hide-page', 'Weir')).not.toContain('revert');
	expect(await types('--hide-page', 'Weir')).toContain('reply');
	expect(await types('--hide-namespace', '1')).not.toContain('reply');
});

test('H8: what a handler and a party did to one another lately is counted, of both together and of nobody else', async () => {
	const bo = await wiki.apiAs('Bo');
	const asked: string[] = [];
	const ties = tieVerbs({
		vault: createMemoryVault(),
		wikiApi(_, call) {
			asked.push(call.action);
			return transportAs(bo)(call);
		},
		handOff: () => Promise.reject(new Error('nothing is handed off here')),
		fetch: () => Promise.reject(new Error('the backend hears nothing of it')),
		now: () => clock.now(),
		process: 'test',
		signal: new AbortController().signal,
	});
	const told = await ties.ties({ wiki: `${wiki.base}/w`, users: ['Ana', 'Mira', 'Bo', 'Nobody at all'] });
	expect(told).toMatchObject({
		ok: true,
		value: {
			people: [
				{ user: 'Ana', counts: { revert: 1, reply: 1, mention: 1, thanks: 1, block: 0 } },
				{ user: 'Mira', counts: { revert: 0, reply: 0, mention: 0, thanks: 0, block: 1 } },
				{ user: 'Nobody at all', counts: { revert: 0, reply: 0, mention: 0, thanks: 0, block: 0 } },
			],
			partial: false,
		},
	});
	// Nothing is written, and nothing is asked elsewhere.
	expect([...new Set(asked)].filter((action) => action !== 'query' && action !== 'compare')).toEqual([]);
});

test('accounts that are not there and places that are no wiki are said', async () => {
	const asked = (api: string, users: string): string[] => ['--api', api, '--users', users, '--from', from, '--to', to];
	const noAccount = await timeline(...asked(`${wiki.base}/w/api.php`, 'Ana,Nobody at all'));
	expect(noAccount).toMatchObject({ code: 2, out: '', error: expect.stringContaining('Nobody at all') });
	const noWiki = await timeline(...asked(`${wiki.base}/elsewhere/api.php`, 'Ana,Bo'));
	expect(noWiki).toMatchObject({ code: 2, out: '', error: expect.stringContaining('elsewhere') });
});
