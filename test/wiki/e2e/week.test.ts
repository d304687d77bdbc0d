/** A week of cases on a real wiki: ten reporters, a team of three handlers, each at a Chromium of their own. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Frame } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import acts from '../../../src/i18n/act/en.json' with { type: 'json' };
import cases from '../../../src/i18n/case/en.json' with { type: 'json' };
import decide from '../../../src/i18n/decide/en.json' with { type: 'json' };
import follow from '../../../src/i18n/follow/en.json' with { type: 'json' };
import logs from '../../../src/i18n/log/en.json' with { type: 'json' };
import queue from '../../../src/i18n/queue/en.json' with { type: 'json' };
import team from '../../../src/i18n/team/en.json' with { type: 'json' };
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { makePerson } from '../keeper/tools.ts';
import { startStack, type Stack } from '../stack.ts';
import { logIn, openQueue, signIn, Visit, words } from './drive.ts';
import { reportIds } from './store.ts';

const extension = join(root, 'dist', 'chromium');
const handlers = ['Mira', 'Tomás', 'Oluchi'] as const;
type Handler = (typeof handlers)[number];
/** Who reports what: the page, whose comment there, which of them, and as what. */
const reports = [
	['Ana', 'User talk:Ana', 'Bo', 0, 'hounding'],
	['Chen', 'User talk:Ana', 'Bo', 1, 'threats'],
	['Dina', 'Talk:حديقة القرية', 'Bo', 0, 'insults'],
	['Emeka', 'Talk:Village pond', 'Bo', 2, 'insults'],
	['Fay', 'Talk:Village pond', 'Bo', 1, 'insults'],
	['Gus', 'Talk:Village pond', 'Bo', 0, 'trolling'],
	['Hal', 'Talk:Old bakery', 'Bo', 0, 'hounding'],
	['Ida', 'Talk:Old bakery', 'Basil', 0, 'insults'],
	['Jo', 'Talk:Water mill', 'Bo', 0, 'insults'],
] as const;
let stack: Stack;
const browsers = new Map<string, Launched>();
const desks = new Map<Handler, { visit: Visit; panel: Frame }>();

beforeAll(async () => {
	stack = await startStack();
	await stack.configure({
		teams: {
			handlers: { name: 'Report handlers', members: [...handlers] },
			arbitrators: { name: 'Arbitrators', members: ['Nadia', 'Ivo'] },
		},
		routes: { conduct: ['handlers', 'arbitrators'], threat: ['handlers'], office: ['arbitrators'] },
	});
	for (const name of ['Fay', 'Gus', 'Hal', 'Ida', 'Jo', 'Kim']) await makePerson(stack.wiki, name);
	for (const name of ['reporters', ...handlers]) browsers.set(name, await launchChromium({ extension }));
});
afterAll(async () => {
	for (const browser of browsers.values()) await browser.stop();
	await stack?.stop();
});

async function browserOf(name: string): Promise<Launched['browser']> {
	const launched = browsers.get(name);
	if (!launched) throw new Error(`${name} has no browser`);
	return launched.browser;
}
function deskOf(name: Handler): { visit: Visit; panel: Frame } {
	const desk = desks.get(name);
	if (!desk) throw new Error(`${name} is not at work`);
	return desk;
}
async function send(
	browser: string,
	[who, page, author, nth, kind]: readonly [string, string, string, number, string],
) {
	const chromium = await browserOf(browser);
	await logIn(chromium, stack, who);
	const visit = await Visit.open(chromium, stack);
	await visit.goto(page);
	const form = await visit.report(author, nth);
	await visit.choose(form, kind);
	const consent = await form.$(`::-p-aria([name="${words('consent-agree')}"])`);
	if (consent) await visit.hit(consent);
	await visit.send(form);
	await visit.says(form, words('sent-words'));
	await visit.page.close();
}
async function beginWork(name: Handler): Promise<void> {
	const chromium = await browserOf(name);
	await logIn(chromium, stack, name);
	const visit = await Visit.open(chromium, stack);
	await visit.goto('Main Page');
	const panel = await visit.home();
	// On Oluchi's machine somebody has sent a report.
	await signIn(visit, panel, name, name !== 'Oluchi');
	await openQueue(visit, panel, stack.secrets.get(name) ?? '');
	desks.set(name, { visit, panel });
}
/** The row that says all of this. */
const rowOf = (...texts: string[]): string =>
	`::-p-xpath(//button[contains(@class, "wh-row")]${texts.map((text) => `[contains(., "${text}")]`).join('')})`;
async function openCase(name: Handler, ...texts: string[]): Promise<void> {
	const { visit, panel } = deskOf(name);
	await visit.hit(await panel.waitForSelector(rowOf(...texts)));
	await panel.waitForSelector('#wh-steps');
}
const back = async (name: Handler): Promise<void> => deskOf(name).visit.press(deskOf(name).panel, cases['case-back']);
async function type(panel: Frame, label: string, text: string): Promise<void> {
	const field = await panel.waitForSelector(`::-p-aria([name="${label}"][role="textbox"])`);
	await field?.type(text);
}
const unfold = async ({ visit, panel }: { visit: Visit; panel: Frame }, title: string): Promise<void> =>
	visit.hit(await panel.waitForSelector(`::-p-xpath(//summary[contains(., "${title}")])`));
async function verifyLogs(): Promise<string> {
	const args = [join(root, 'src/host/cli/main.ts'), 'log', 'verify', '--config', join(stack.folder, 'haven.json')];
	return (await promisify(execFile)(process.execPath, args)).stdout;
}

test('on Monday nine people report nine things', async () => {
	for (const report of reports) await send('reporters', report);
	expect(reportIds(stack).length).toBe(9);
});

test('a tenth reports one of them as well; a handler finds the emergency on top and acts on it', async () => {
	// The same comment again, from another machine.
	await send('Oluchi', ['Kim', 'Talk:Village pond', 'Bo', 1, 'hounding']);
	expect(reportIds(stack).length).toBe(10);
	await beginWork('Mira');
	const { visit, panel } = deskOf('Mira');
	await visit.says(panel, '9 cases (10 reports)');
	expect(await panel.$eval('.wh-row', (row) => row.textContent)).toContain(words('kind-threats'));
	await openCase('Mira', words('kind-threats'));
	await visit.press(panel, logs['log-claim']);
	await visit.says(panel, logs['log-lease-mine']);
	await visit.press(panel, acts['act-open']);
	await visit.press(panel, acts['act-look']);
	await visit.press(panel, acts['act-do']);
	await visit.says(panel, acts['act-all-done']);
	await visit.press(panel, acts['act-close']);
	const admin = await stack.wiki.apiAs('Admin');
	const listed = await admin.get({ action: 'query', list: 'blocks', bkusers: 'Bo', bkprop: 'by' });
	expect(JSON.stringify(listed)).toContain('"by":"Mira"');
});

test('on Tuesday a second handler sees who works on it, and that it waits; they write notes to each other', async () => {
	await beginWork('Tomás');
	const [mira, tomas] = [deskOf('Mira'), deskOf('Tomás')];
	await openCase('Tomás', words('kind-threats'));
	await tomas.visit.says(tomas.panel, 'Mira works on it now.');
	await mira.visit.says(mira.panel, 'Also looking at this now: Tomás.');
	await type(tomas.panel, logs['log-note-write'], 'I know both from the meetup; better you go on.');
	await tomas.visit.press(tomas.panel, logs['log-note-keep']);
	await tomas.visit.says(tomas.panel, logs['log-note-kept']);
	await mira.visit.says(mira.panel, 'I know both from the meetup');
	await unfold(tomas, team['recuse-title']);
	await back('Tomás');
});

test('on Wednesday cases about one person are merged, assigned and put off, several at once', async () => {
	const { visit, panel } = deskOf('Tomás');
	for (const page of ['Talk:Old bakery', 'Talk:Water mill']) {
		const row = await panel.waitForSelector(rowOf('Bo', page));
		const box = await row?.evaluateHandle((one) => one.closest('li')?.querySelector('input'));
		await visit.hit(box?.asElement() as Parameters<Visit['hit']>[0]);
	}
	await visit.says(panel, '2 cases selected');
	await visit.press(panel, queue['do-merge']);
	await visit.hit(await panel.waitForSelector(`dialog ::-p-aria([name="${queue['do-merge']}"][role="button"])`));
	await visit.says(panel, 'In one case now: 2 reports.');
	await visit.says(panel, '8 cases (10 reports)');
	await openCase('Tomás', 'Basil');
	await visit.press(panel, cases['steps-to-in-review']);
	await visit.says(panel, words('state-in-review'));
	await type(panel, cases['talk-write'], 'Is this the first time?');
	await visit.press(panel, cases['talk-send']);
	await visit.says(panel, cases['talk-arrived']);
	await back('Tomás');
});

test('on Thursday a report is decided with reasons, and its reporter asks for a second look', async () => {
	const { visit, panel } = deskOf('Tomás');
	await openCase('Tomás', 'Basil');
	await visit.press(panel, cases['outcome-no-violation']);
	await visit.press(panel, decide['severity-minor']);
	await type(panel, decide['decide-why'], 'It is about the bakery as much as about anybody.');
	await visit.press(panel, cases['decide-send']);
	await visit.says(panel, words('state-decided'));
	const person = await Visit.open(await browserOf('reporters'), stack);
	await person.goto('Talk:Old bakery');
	const mine = await person.home();
	await person.pressWords(mine, 'mine-title');
	const card = `::-p-xpath(//*[contains(@class, "wh-card")][contains(., "Basil")]//button)`;
	await person.hit(await mine.waitForSelector(card));
	await person.says(mine, 'We did not find that a rule was broken.');
	await person.hit(await mine.waitForSelector(`::-p-text(${follow['follow-appeal']})`));
	await type(mine, follow['follow-appeal-label'], 'It names the person who wrote the text.');
	await person.press(mine, follow['follow-appeal-send']);
	await person.says(mine, follow['follow-appeal-used']);
});

test('on Friday a third handler looks again and decides otherwise, for it is urgent', async () => {
	await beginWork('Oluchi');
	const { visit, panel } = deskOf('Oluchi');
	await visit.says(panel, cases['queue-appealed']);
	await openCase('Oluchi', 'Basil');
	await visit.says(panel, cases['steps-appealed']);
	await visit.press(panel, cases['outcome-violation']);
	await visit.press(panel, decide['severity-serious']);
	await visit.press(panel, decide['sanction-warning']);
	await visit.press(panel, decide['heard-urgent']);
	await type(panel, decide['heard-urgent-why'], 'The account is blocked without end already.');
	await type(panel, decide['decide-why'], 'Whoever wrote this is a person.');
	await visit.press(panel, cases['decide-send']);
	await visit.says(panel, words('state-decided'));
	await back('Oluchi');
});

test('on Saturday one handler hands a case over, and another closes what is decided', async () => {
	const mira = deskOf('Mira');
	await unfold(mira, team['hand-title']);
	await mira.visit.press(mira.panel, 'Oluchi');
	await type(mira.panel, team['hand-note'], 'The block is in place until next week.');
	await mira.visit.hit(await mira.panel.waitForSelector(`::-p-aria([name="${team['hand-do']}"][role="button"])`));
	await mira.visit.says(mira.panel, team['hand-done']);
	const { visit, panel } = deskOf('Oluchi');
	await visit.hit(await panel.waitForSelector('.wh-chip:has(input[value="over"])'));
	const row = await panel.waitForSelector(rowOf('Basil'));
	const box = await row?.evaluateHandle((one) => one.closest('li')?.querySelector('input'));
	await visit.hit(box?.asElement() as Parameters<Visit['hit']>[0]);
	await visit.press(panel, queue['do-close']);
	await visit.hit(await panel.waitForSelector(`dialog ::-p-aria([name="${queue['do-close']}"][role="button"])`));
	await visit.says(panel, 'Closed: one report.');
	await visit.hit(await panel.waitForSelector('.wh-chip:has(input[value="mine"])'));
	await panel.waitForSelector(rowOf(words('kind-threats')));
});

test('H2 on Sunday every log of the week is whole, and says who did what', async () => {
	const told = await verifyLogs();
	expect(told).toContain('10');
	const { visit, panel } = deskOf('Oluchi');
	await openCase('Oluchi', words('kind-threats'));
	await visit.says(panel, 'The block is in place until next week.');
	await visit.says(panel, 'I know both from the meetup');
	await unfold(deskOf('Oluchi'), logs['log-history']);
	for (const entry of ['log-event-received', 'log-event-claim', 'log-event-act', 'log-event-note'] as const) {
		await visit.says(panel, logs[entry]);
	}
	expect(await panel.evaluate(() => document.body.innerText)).not.toContain(logs['log-broken']);
});
