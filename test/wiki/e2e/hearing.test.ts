/** Hearing the person reported on a real wiki: a link by the wiki's own e-mail, which works while blocked; reasons; another look. */
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import cases from '../../../src/i18n/case/en.json' with { type: 'json' };
import decide from '../../../src/i18n/decide/en.json' with { type: 'json' };
import follow from '../../../src/i18n/follow/en.json' with { type: 'json' };
import hearing from '../../../src/i18n/hearing/en.json' with { type: 'json' };
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { startStack, type Stack } from '../stack.ts';
import { logIn, openQueue, signIn, Visit, words } from './drive.ts';

const extension = join(root, 'dist', 'chromium');
const told = 'They wrote to my sister at her work as well';
const question = ' what you wrote on Talk:Village pond.';
const answer = 'I was angry, and it was not meant for anybody.';
const reasons = 'Whoever is angry must not write that either.';
let stack: Stack;
let chromium: Launched;
let handler: Visit;
let desk: Frame;
let person: Page;
// Each try of the whole way begins on a wiki of its own.
beforeEach(async () => {
	stack = await startStack();
	chromium = await launchChromium({ extension });
});
afterEach(async () => {
	await chromium?.stop();
	await stack?.stop();
});

const spoken = (text: string, ...params: string[]): string =>
	params.reduce((all, one, at) => all.replace(`$${at + 1}`, one), text);
async function says(place: Page | Frame, text: string): Promise<void> {
	const plain = () => document.body.innerText.replace(/[\u2066-\u2069]/g, '');
	const drawn = place.waitForFunction(
		(want) => document.body.innerText.replace(/[\u2066-\u2069]/g, '').includes(want),
		{},
		text,
	);
	await drawn.catch(async (cause: unknown) => {
		throw new Error(`It does not say ${text}, but: ${await place.evaluate(plain)}`, { cause });
	});
}
async function put(place: Page | Frame, label: string, text: string): Promise<void> {
	const field = await place.waitForSelector(`::-p-aria([name="${label}"][role="textbox"])`);
	await field?.focus();
	await field?.evaluate((one) => (one as HTMLTextAreaElement).setSelectionRange(1e6, 1e6));
	await field?.type(text);
}
async function press(place: Page | Frame, name: string): Promise<void> {
	await handler.hit(await place.waitForSelector(`::-p-aria([name="${name}"])`));
}
const unfold = async (title: string): Promise<void> =>
	handler.hit(await desk.waitForSelector(`::-p-xpath(//summary[contains(., "${title}")])`));

/** Before it is decided they are written to, by the wiki's e-mail, with what gives nothing away. */
async function hearBefore(): Promise<void> {
	const reporter = await Visit.open(chromium.browser, stack);
	await reporter.goto('Talk:Village pond');
	const form = await reporter.report('Bo');
	await reporter.choose(form, 'insults');
	await reporter.pressWords(form, 'consent-agree');
	await reporter.pressText(form, 'details-title');
	const details = await form.waitForSelector('textarea');
	await details?.type(`${told}.`);
	await reporter.send(form);
	await reporter.says(form, words('sent-words'));
	await reporter.page.close();

	await logIn(chromium.browser, stack, 'Mira');
	handler = await Visit.open(chromium.browser, stack);
	await handler.goto('Talk:Village pond');
	desk = await handler.home();
	await signIn(handler, desk, 'Mira', false);
	await openQueue(handler, desk, stack.secrets.get('Mira') ?? '');
	await handler.hit(await desk.waitForSelector('.wh-row'));
	await press(desk, cases['steps-to-in-review']);
	await unfold('Hearing');
	await press(desk, spoken(decide['hear-open'], '\u2068Bo\u2069'));
	await put(desk, decide['hear-write'], `${question} ${told}?`);
	await press(desk, decide['hear-send']);
	await says(desk, decide['leak-first']);
	await says(desk, spoken(decide['leak-words'], told));
	const field = await desk.waitForSelector(`::-p-aria([name="${decide['hear-write']}"][role="textbox"])`);
	await field?.focus();
	await field?.evaluate((one, many) => {
		const area = one as HTMLTextAreaElement;
		area.setSelectionRange(area.value.length - many, area.value.length);
	}, told.length + 2);
	await field?.press('Backspace');
	await says(desk, decide['leak-none']);
	await press(desk, decide['hear-send']);
	await says(desk, cases['talk-arrived']);
	await press(desk, decide['way-mail-send']);
	await says(desk, decide['way-mail-sent']);
	const mail = (await stack.wiki.mails()).at(-1);
	expect(JSON.stringify(mail?.to)).toContain('Bo');
	for (const trace of [told, 'insult', question]) expect(mail?.body).not.toContain(trace);
}

/** Blocked, without account and extension, they read it by the link and answer. */
async function answerBlocked(): Promise<void> {
	const admin = await stack.wiki.apiAs('Admin');
	await admin.act({ action: 'block', user: 'Bo', reason: 'x' });
	const mail = (await stack.wiki.mails()).at(-1);
	const link = /http\S+\/hearing#\S+/.exec(mail?.body ?? '')?.[0] ?? '';
	expect(link.startsWith(`${stack.origin}/hearing#`)).toBe(true);
	const head = await fetch(`${stack.local}/hearing`);
	expect(head.headers.get('content-security-policy')).toMatch(/script-src 'self'.*frame-ancestors 'none'/);
	expect(head.headers.get('referrer-policy')).toBe('no-referrer');
	const own = await chromium.browser.createBrowserContext();
	person = await own.newPage();
	const asked: string[] = [];
	person.on('request', (request) => asked.push(request.url()));
	await person.goto(link);
	await says(person, question);
	// No wiki is asked, and no server hears of the code.
	expect(asked.filter((url) => !url.startsWith(stack.origin))).toEqual([]);
	const code = link.split('#')[1] ?? '';
	expect(asked.filter((url) => url.replace(/#.*/, '').includes(code))).toEqual([]);
	expect(await person.evaluate(() => location.href)).toBe(`${stack.origin}/hearing`);
	await put(person, hearing['hearing-write'], answer);
	await press(person, hearing['hearing-send']);
	await says(person, hearing['hearing-arrived']);
	await says(desk, answer);
}

/** A decision needs clause, severity, outcome and reasons; then they are told, and ask for another look. */
async function decideAndContest(): Promise<void> {
	await press(desk, cases['outcome-violation']);
	await press(desk, decide['severity-serious']);
	await press(desk, decide['sanction-partial-block']);
	await says(desk, decide['heard-answered']);
	await press(desk, cases['decide-send']);
	await says(desk, decide['decide-missing-why']);
	await put(desk, decide['decide-why'], 'The words stand there; the answer admits them.');
	await press(desk, cases['decide-send']);
	await says(desk, words('state-decided'));
	await says(desk, decide['hear-untold']);
	await put(desk, decide['hear-reasons'], `\n${reasons}`);
	await press(desk, decide['hear-reasons-send']);
	await says(desk, decide['hear-kind-reasons']);
	await press(person, hearing['hearing-renew']);
	await says(person, reasons);
	await says(person, '3.1');
	expect(await person.evaluate(() => document.body.innerText)).not.toContain(told);
	const contest = await person.waitForSelector(`::-p-xpath(//summary[contains(., "${hearing['hearing-contest']}")])`);
	await handler.hit(contest);
	await put(person, hearing['hearing-contest-label'], 'Somebody else should look at what came before it.');
	await press(person, hearing['hearing-contest-send']);
	await says(person, hearing['hearing-contest-used']);
	await says(desk, decide['hear-contested']);
	await says(desk, cases['steps-decided-by-me']);
	expect(await desk.evaluate(() => document.body.innerText)).not.toContain(cases['decide-send']);
}

/** The same code opens it in the panel, in the field for codes of reports. */
async function openInPanel(): Promise<void> {
	const again = await Visit.open(chromium.browser, stack);
	await again.goto('Talk:Village pond');
	const panel = await again.home();
	await again.pressWords(panel, 'code-entry');
	const mail = (await stack.wiki.mails()).at(-1);
	await put(panel, follow['follow-code'], /#(\S+)/.exec(mail?.body ?? '')?.[1] ?? '');
	await again.press(panel, follow['follow-bycode-open']);
	await says(panel, hearing['hearing-title']);
	await says(panel, answer);
}

test(
	'H10: the person reported is heard first, by a link that works while blocked; decided with reasons, and contested once',
	{ timeout: 240_000 },
	async () => {
		await hearBefore();
		await answerBlocked();
		await decideAndContest();
		await openInPanel();
	},
);
