/** A handler acts on a real wiki from an open case: block, notice and step; what changed meanwhile; what the wiki refuses. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import type { Act, Acted, State } from '../../../src/contract/act.ts';
import type { Outcome } from '../../../src/contract/problem.ts';
import acts from '../../../src/i18n/act/en.json' with { type: 'json' };
import view from '../../../src/i18n/timeline-view/en.json' with { type: 'json' };
import { actOn } from '../../../src/wiki/act/act.ts';
import { readActFacts } from '../../../src/wiki/act/facts.ts';
import { previewNotice } from '../../../src/wiki/act/notice.ts';
import { readState } from '../../../src/wiki/act/state.ts';
import type { WikiTransport } from '../../../src/wiki/transport.ts';
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { transportAs } from '../keeper/tools.ts';
import { startStack, type Stack } from '../stack.ts';
import { logIn, openQueue, signIn, Visit, words } from './drive.ts';

declare const axe: {
	run(part: string, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const extension = join(root, 'dist', 'chromium');
const template = { label: 'Blocked in part', text: "'''$1''', you cannot edit $4 ($2): $3" };
let stack: Stack;
let chromium: Launched | undefined;
beforeAll(async () => {
	stack = await startStack({ settings: '$wgEnablePartialActionBlocks = true;' });
	await stack.configure({ notices: [template] });
});
afterEach(async () => {
	await chromium?.stop();
	chromium = undefined;
});
afterAll(() => stack?.stop());

interface Listed {
	query: { blocks: { by: string; partial: boolean; reason: string; restrictions: { pages?: { title: string }[] } }[] };
}
async function blocksOf(user: string) {
	const admin = await stack.wiki.apiAs('Admin');
	const params = { action: 'query', list: 'blocks', bkusers: user, bkprop: 'by|reason|flags|restrictions' };
	return ((await admin.get(params)) as unknown as Listed).query.blocks;
}
/** As at the beginning, also where a test is tried again. */
async function unblock(user: string): Promise<void> {
	const admin = await stack.wiki.apiAs('Admin');
	if ((await blocksOf(user)).length > 0) await admin.act({ action: 'unblock', user });
}
async function textOf(title: string): Promise<string> {
	const admin = await stack.wiki.apiAs('Admin');
	return (await admin.fetch(`/w/index.php?title=${encodeURIComponent(title)}&action=raw`)).text();
}
const as = async (name: string): Promise<WikiTransport> => transportAs(await stack.wiki.apiAs(name));
async function seenBy(wiki: WikiTransport, act: Act): Promise<State> {
	const seen = await readState(wiki, act);
	if (!seen.ok) throw new Error(seen.problem);
	return seen.value;
}
const does = async (wiki: WikiTransport, act: Act): Promise<Outcome<Acted>> =>
	actOn(wiki, act, await seenBy(wiki, act));
const block = (user: string, part: Partial<Extract<Act, { act: 'block' }>> = {}): Act => ({
	act: 'block',
	user,
	partial: { pages: ['Talk:Old bakery'], namespaces: [], actions: ['upload'] },
	expiry: '3 days',
	reason: 'Incivility',
	createAccount: false,
	ownTalk: false,
	email: false,
	...part,
});

test('what this wiki lets its administrators do, in its own words', async () => {
	const facts = await readActFacts(await as('Mira'), 'de');
	if (!facts.ok) throw new Error(facts.problem);
	expect(facts.value).toMatchObject({ user: 'Mira', language: 'en', mostPages: 10 });
	expect(facts.value.rights).toEqual(expect.arrayContaining(['block', 'protect', 'deleterevision', 'rollback']));
	expect(facts.value.blockReasons).toEqual(expect.arrayContaining(['Intimidating behavior/harassment']));
	expect(facts.value.expiries).toContainEqual({ value: '1 week', label: '1 Woche', here: '1 week' });
	expect(facts.value.actions).toEqual(expect.arrayContaining(['upload', 'move', 'create']));
	expect(facts.value.levels).toEqual(['autoconfirmed', 'sysop']);
	const shown = await previewNotice(await as('Mira'), 'Bo', "{{subst:PAGENAME}} & '''friends'''\n* one\n~~~~");
	expect(shown.ok && shown.value.text).toMatch(/^Bo & friends\s+one\s+Mira \(talk\) \d\d:\d\d/);
});

test('H4 an act is refused where the block log changed after it was looked at, and the same act again is done once', async () => {
	await unblock('Chen');
	const mira = await as('Mira');
	const act = block('Chen');
	const seen = await seenBy(mira, act);
	await (await stack.wiki.apiAs('Tomás')).block('Chen', '1 day', 'Something else');
	expect(await actOn(mira, act, seen)).toMatchObject({
		ok: true,
		value: { outcome: 'changed', state: { blocks: [{ by: 'Tomás', reason: 'Something else', partial: null }] } },
	});
	expect((await blocksOf('Chen')).map(({ by }) => by)).toEqual(['Tomás']);
	const now = await seenBy(mira, act);
	expect(await actOn(mira, act, now)).toMatchObject({ ok: true, value: { outcome: 'done', already: false } });
	// Its answer was lost and the handler goes on.
	expect(await actOn(mira, act, now)).toMatchObject({ ok: true, value: { outcome: 'done', already: true } });
	expect(await blocksOf('Chen')).toMatchObject([{ by: 'Mira', partial: true, reason: 'Incivility' }]);
});

test('somebody else blocks in the very moment: the wiki says so and nothing is overwritten', async () => {
	await unblock('Dina');
	const mira = await as('Mira');
	const act = block('Dina');
	const seen = await seenBy(mira, act);
	const racing: WikiTransport = async (call) => {
		if (call.action === 'block') await (await stack.wiki.apiAs('Tomás')).block('Dina', '1 day', 'First');
		return mira(call);
	};
	expect(await actOn(racing, act, seen)).toMatchObject({ ok: false, params: ['alreadyblocked'] });
	expect(await blocksOf('Dina')).toMatchObject([{ by: 'Tomás', partial: false }]);
});

test('without the right, without a login and with a lost session nothing happens, and each is told apart', async () => {
	const act = block('Emeka');
	const nadia = await as('Nadia');
	expect(await does(nadia, act)).toMatchObject({ ok: false, problem: 'forbidden', params: ['permissiondenied'] });
	expect(await does(await as(''), act)).toMatchObject({ ok: false, problem: 'not-signed-in' });
	const mira = await as('Mira');
	const nobody = await as('');
	const lost: WikiTransport = (call) => (call.action === 'block' ? nobody(call) : mira(call));
	expect(await does(lost, act)).toMatchObject({ ok: false, problem: 'not-signed-in' });
	expect(await blocksOf('Emeka')).toEqual([]);
});

test('an edit is taken back, its revision hidden once it is not the newest, and its page protected', async () => {
	const [mira, ana] = [await as('Mira'), await stack.wiki.apiAs('Ana')];
	const page = 'Talk:Water mill';
	await (await stack.wiki.apiAs('Admin')).act({ action: 'protect', title: page, protections: 'edit=all|move=all' });
	const revision = await ana.append(page, '\nA line that goes.');
	const revert: Act = { act: 'revert', page, revision, how: 'undo', user: 'Ana', reason: '' };
	const hide: Act = { act: 'hide', page, revision, parts: ['content'], suppress: false, reason: 'Incivility' };
	expect(await does(mira, hide)).toMatchObject({ ok: false, params: ['revdelete-hide-current'] });
	expect(await does(mira, revert)).toMatchObject({ ok: true, value: { outcome: 'done' } });
	expect(await textOf(page)).not.toContain('A line that goes.');
	expect(await does(mira, hide)).toMatchObject({ ok: true, value: { outcome: 'done' } });
	expect(await seenBy(mira, hide)).toMatchObject({ hidden: ['content'], suppressed: false, newest: false });
	expect(await does(mira, { ...hide, suppress: true })).toMatchObject({ ok: false, problem: 'forbidden' });
	const again = await ana.append(page, '\nOne.');
	await ana.append(page, '\nTwo.');
	const all: Act = { ...revert, revision: again, how: 'rollback' };
	expect(await does(mira, all)).toMatchObject({ ok: true, value: { outcome: 'done' } });
	expect(await textOf(page)).not.toMatch(/One\.|Two\./);
	const protect: Act = { act: 'protect', page, level: 'sysop', expiry: '1 day', reason: 'Edit warring' };
	const seen = await seenBy(mira, protect);
	expect(await actOn(mira, protect, seen)).toMatchObject({ ok: true, value: { outcome: 'done', already: false } });
	expect(await seenBy(mira, protect)).toMatchObject({
		protection: [
			{ type: 'edit', level: 'sysop' },
			{ type: 'move', level: 'sysop' },
		],
	});
	expect(await actOn(mira, protect, seen)).toMatchObject({ ok: true, value: { outcome: 'done', already: true } });
});

/** The open case of the first report in the queue. */
async function caseOpen(): Promise<{ visit: Visit; panel: Frame }> {
	chromium = await launchChromium({ extension });
	const { browser } = chromium;
	const visit = await Visit.open(browser, stack);
	await visit.goto('Talk:Village pond');
	const form = await visit.report('Bo');
	await visit.choose(form, 'insults');
	await visit.pressWords(form, 'consent-agree');
	await visit.send(form);
	await visit.says(form, words('sent-words'));
	await logIn(browser, stack, 'Mira');
	await visit.page.reload();
	const panel = await visit.home();
	await signIn(visit, panel, 'Mira', false);
	await openQueue(visit, panel, stack.secrets.get('Mira') ?? '');
	await visit.hit(await panel.waitForSelector('.wh-row'));
	await panel.waitForSelector('#wh-act');
	return { visit, panel };
}

test('H1 H4 H5 partial block, notice and step in three clicks from the open case; then another block while it is looked at; the timeline', async () => {
	await unblock('Bo');
	const { visit, panel } = await caseOpen();
	const where = visit.page.url();
	visit.clicks = 0;
	await visit.press(panel, acts['act-open']);
	await visit.press(panel, acts['act-look']);
	await visit.says(panel, 'Bo is blocked from: Talk:Village pond. How long: 1 week.');
	await visit.says(panel, 'Now: Bo is not blocked.');
	await visit.says(panel, 'Bo, you cannot edit Talk:Village pond (1 week): Intimidating behavior/harassment');
	await visit.press(panel, acts['act-do']);
	await visit.says(panel, acts['act-all-done']);
	expect(visit.clicks).toBeLessThanOrEqual(4);
	expect(visit.page.url()).toBe(where);
	const [made, ...others] = await blocksOf('Bo');
	expect(others).toEqual([]);
	expect(made).toMatchObject({ by: 'Mira', partial: true, reason: 'Intimidating behavior/harassment' });
	expect(made?.restrictions.pages?.map(({ title }) => title)).toEqual(['Talk:Village pond']);
	expect(await textOf('User talk:Bo')).toMatch(/== About your edits ==\s+'''Bo''', you cannot edit .*\[\[User:Mira/s);
	await visit.says(panel, words('state-in-review'));

	await visit.press(panel, acts['act-close']);
	await visit.press(panel, acts['act-open']);
	// Not a second notice.
	await visit.press(panel, acts['act-do-notice']);
	await visit.press(panel, acts['act-look']);
	await visit.says(panel, 'Bo was blocked by Mira on');
	const tomas = await stack.wiki.apiAs('Tomás');
	await tomas.block('Bo', '1 month', 'Decided elsewhere', { reblock: '1' });
	await visit.press(panel, acts['act-do']);
	await visit.says(panel, acts['act-changed']);
	await visit.says(panel, 'Bo was blocked by Tomás on');
	expect(await blocksOf('Bo')).toMatchObject([{ by: 'Tomás', partial: false }]);
	await visit.press(panel, acts['act-look-again']);
	await visit.says(panel, 'This replaces the block that is there.');
	await visit.press(panel, acts['act-do']);
	await visit.says(panel, acts['act-all-done']);
	expect(await blocksOf('Bo')).toMatchObject([{ by: 'Mira', partial: true }]);
	await visit.press(panel, acts['act-close']);
	await lookAtTimeline(visit, panel);
});

/** Nothing in this part of the case that a screen reader stumbles over. */
async function hasNoFaults(panel: Frame, part: string): Promise<void> {
	await panel.evaluate(axeSource);
	const faults = await panel.evaluate(async (selector) => {
		const { violations } = await axe.run(selector, { resultTypes: ['violations'] });
		return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
	}, part);
	expect(faults).toEqual([]);
}

/** H5: Bo and Ana, from what the wiki says of both. */
async function lookAtTimeline(visit: Visit, panel: Frame): Promise<void> {
	await visit.press(panel, view['view-open']);
	const names = await panel.waitForSelector(`::-p-aria([name="${view['view-accounts']}"])`);
	await names?.evaluate((area) => (area as HTMLTextAreaElement).setSelectionRange(99, 99));
	await names?.type('\nAna');
	await visit.press(panel, view['view-read']);
	await panel.waitForSelector('.wh-picture .wh-event');
	expect(await panel.$$eval('.wh-lane__name', (all) => all.map((one) => one.textContent))).toEqual(['Bo', 'Ana']);
	await visit.hit(await panel.waitForSelector('summary ::-p-text(As a table)'));
	await visit.says(panel, 'Bo replied to Ana');
	const rows = (): Promise<number> => panel.$$eval('.wh-events tbody tr', (all) => all.length);
	const [before, marks] = [await rows(), await panel.$$eval('.wh-event', (all) => all.length)];
	expect(before).toBeGreaterThan(10);
	expect(marks).toBe(before);
	await hasNoFaults(panel, 'section[aria-labelledby="wh-timeline"]');
	await visit.hit(await panel.waitForSelector('summary ::-p-text(Pages that several)'));
	await visit.press(panel, view['view-hide-page'].replace('$1', '\u2068Talk:Village pond\u2069'));
	await visit.says(panel, 'Left out: pages 1, namespaces 0.');
	expect(await rows()).toBeLessThan(before);
}
