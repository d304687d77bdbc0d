/** Somebody is in danger, on a real wiki: clicks on four skins, every way out with the backend down, and leaving quickly. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import dock from '../../../src/i18n/dock/en.json' with { type: 'json' };
import { root } from '../../../build/setup/folders.ts';
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { incidentSettings } from '../incident.ts';
import { startStack, type Stack } from '../stack.ts';
import { logIn, Visit, words } from './drive.ts';
import { reportIds } from './store.ts';

const typed = 'He wrote that he waits in front of my house.';
const address = 'emergency@wiki.example';
/** Where a wiki has such a page besides. */
const incidentPage = `$wgSpecialPages['ReportIncident'] =
	static fn () => new MediaWiki\\SpecialPage\\UnlistedSpecialPage( 'ReportIncident' );`;
let stack: Stack;
const configure = (): Promise<void> =>
	stack.configure({
		emergency: { email: address, user: 'Mira' },
		support: [{ title: 'Project:Help for you', label: 'Somebody to talk to' }],
	});
let extension: Launched;
beforeAll(async () => {
	stack = await startStack({ settings: incidentSettings + incidentPage });
	await stack.deployGadget();
	await configure();
	extension = await launchChromium({ extension: join(root, 'dist', 'chromium') });
	await logIn(extension.browser, stack, 'Ana');
});
afterAll(async () => {
	await extension?.stop();
	await stack?.stop();
});

/** Who is in danger: the chip with this answer. */
const inDanger = async (person: Visit, panel: Frame, who: string): Promise<void> =>
	person.hit(await panel.waitForSelector(`.wh-chip:has(input[value="${who}"])`));

test('R1 from a comment to a sent emergency: four clicks and once the consent, local help said first', async () => {
	const person = await Visit.open(extension.browser, stack);
	await person.goto('Talk:Village pond');
	const panel = await person.report('Bo');
	await person.pressWords(panel, 'danger-link');
	await person.says(panel, words('emergency-call'));
	await inDanger(person, panel, 'me');
	await person.pressWords(panel, 'consent-agree');
	await person.send(panel);
	await person.says(panel, words('sent-words'));
	expect(person.clicks).toBe(5);
	await person.page.close();
});

test.each(['vector', 'vector-2022', 'monobook', 'timeless'])('R1 on %s: four clicks, nothing typed', async (skin) => {
	const before = reportIds(stack).length;
	const person = await Visit.open(extension.browser, stack);
	await person.goto('Talk:Village pond', `&useskin=${skin}`);
	const panel = await person.report('Emeka');
	await person.pressWords(panel, 'danger-link');
	await inDanger(person, panel, 'many');
	await person.send(panel);
	await person.says(panel, words('sent-words'));
	expect(person.clicks).toBe(4);
	expect(reportIds(stack)).toHaveLength(before + 1);
	await person.page.close();
});

test('R15 one click mutes the person, and the wiki did so', async () => {
	const person = await Visit.open(extension.browser, stack);
	await person.goto('Talk:Village pond');
	const panel = await person.report('Bo', 1);
	await person.choose(panel, 'insults');
	await person.send(panel);
	await person.says(panel, words('code-help'));
	await person.press(panel, words('mute-button').replace('$1', '\u2068Bo\u2069'));
	await person.says(panel, words('mute-done').replace('$1', 'Bo'));
	await person.page.close();
});

/** Closed to the page's scripts, and so to axe: for this one test they are open. */
const openShadows = async (page: Page): Promise<void> => {
	await page.evaluateOnNewDocument(() => {
		const attach = Element.prototype.attachShadow;
		Element.prototype.attachShadow = function (init) {
			return attach.call(this, { ...init, mode: 'open' });
		};
	});
};

/** The dialog that the page draws where no panel comes, once its links are there. */
async function fallback(page: Page) {
	const drawn = await page.waitForFunction(() => {
		const hosts = Array.from(document.querySelectorAll('body > div'));
		const host = hosts.find((one) => one.shadowRoot?.querySelector('dialog li'));
		const dialog = host?.shadowRoot?.querySelector('dialog');
		if (!host || !dialog) return null;
		host.id = 'under-test';
		return {
			text: dialog.innerText,
			fields: dialog.querySelectorAll('input, textarea, select, form, [contenteditable]').length,
			links: Array.from(dialog.querySelectorAll('a'), (link) => [
				link.innerText.replace(/[\u2068\u2069]/g, ''),
				link.href,
			]),
			sticksOut: Array.from(dialog.querySelectorAll('*'))
				.filter((one) => one.getBoundingClientRect().right > innerWidth)
				.map((one) => one.outerHTML),
		};
	});
	return (await drawn.jsonValue()) ?? { text: '', fields: 0, links: [], sticksOut: [] };
}

declare const axe: {
	run(context: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('with the backend down', () => {
	let gadget: Launched | undefined;
	beforeAll(() => stack.stopBackend());
	afterAll(async () => {
		await gadget?.stop();
		await configure();
		await stack.startBackend();
	});

	const open = async (): Promise<[Visit, Frame]> => {
		const person = await Visit.open(extension.browser, stack);
		await person.goto('Talk:Village pond');
		const panel = await person.report('Chen');
		await person.pressWords(panel, 'danger-link');
		await person.says(panel, words('emergency-no-server'));
		return [person, panel];
	};

	test('R13 it is said at once; mail by the wiki, an empty mail, the wiki’s own form; what was typed stays', async () => {
		const [person, panel] = await open();
		await inDanger(person, panel, 'me');
		await panel.type('textarea', typed);
		await person.says(panel, words('emergency-unsealed'));
		const link = await panel.waitForSelector('a[href^="mailto:"]');
		const mailto = await link?.evaluate((one) => one.getAttribute('href'));
		expect(mailto).toBe(`mailto:${address}`);
		const copy = await panel.$eval(
			`[aria-label="${words('mail-text')}"]`,
			(area) => (area as HTMLTextAreaElement).value,
		);
		expect(copy).toContain(typed);

		await person.press(panel, words('wiki-mail-send').replace('$1', '\u2068Mira\u2069'));
		await person.says(panel, words('way-sent'));
		const mail = (await stack.wiki.mails()).at(-1);
		expect(mail?.body).toContain(typed);
		expect(JSON.stringify(mail?.to)).toContain('Mira');

		await person.pressWords(panel, 'incident-send');
		await panel.waitForFunction(() => document.querySelectorAll('.cdx-message--success').length === 2);
		const incident = JSON.parse(await readFile(join(stack.wiki.folder, 'incidents'), 'utf8')) as object;
		expect(incident).toMatchObject({ by: 'Ana', reportedUser: 'Chen', details: typed });
		await person.page.close();

		const [again, later] = await open();
		await later.waitForFunction((text) => document.querySelector('textarea')?.value === text, {}, typed);
		expect(again.page.url()).not.toContain('house');
		await again.page.close();
	});

	test('R13 the gadget, which has no panel then: local help, links to the wiki’s own ways, nothing to type into', async () => {
		gadget = await launchChromium({});
		await gadget.browser.defaultBrowserContext().overridePermissions(stack.wiki.base, ['clipboard-sanitized-write']);
		const person = await Visit.open(gadget.browser, stack);
		const { page } = person;
		await page.setViewport({ width: 320, height: 640 });
		await openShadows(page);
		await person.goto('Talk:Village pond');
		await person.pressReport('Chen');
		await person.agreeInPage();
		const dialog = await fallback(page);
		expect(dialog.text).toContain(dock['dock-danger']);
		expect(dialog.text).not.toContain('$');
		expect(dialog.fields).toBe(0);
		expect(dialog.links).toEqual([
			["The wiki's own emergency form", `${stack.wiki.base}/wiki/Special:ReportIncident`],
			['E-mail Mira through the wiki', `${stack.wiki.base}/wiki/Special:EmailUser/Mira`],
			[`Open an empty e-mail to ${address}`, `mailto:${address}`],
			['Project:Where to report', `${stack.wiki.base}/wiki/Project:Where_to_report`],
			['Somebody to talk to', `${stack.wiki.base}/wiki/Project:Help_for_you`],
		]);
		expect(dialog.text.split('Not sealed:')).toHaveLength(dialog.links.length + 1);
		expect(dialog.sticksOut).toEqual([]);
		await page.evaluate(axeSource);
		const found = await page.evaluate(() => axe.run({ fromShadowDom: ['#under-test', 'dialog'] }));
		expect(found.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
		await person.hit(await page.waitForSelector('::-p-aria([name="Copy the address"])'));
		await page.waitForSelector('::-p-text(The address is copied.)');

		await stack.wiki.edit('Admin', 'MediaWiki:Wikihaven.json', '{ "wikihaven": 1, "teams": "all of us" }');
		await person.hit(await page.waitForSelector('::-p-aria([name="Try again"])'));
		const broken = await fallback(page);
		expect(broken.text).toContain(dock['dock-danger']);
		expect(broken.links.map(([, href]) => href)).toEqual([
			`${stack.wiki.base}/wiki/Special:ReportIncident`,
			`${stack.wiki.base}/w/index.php`,
		]);
		await page.keyboard.press('Escape');
		await page.waitForFunction(() => document.activeElement?.matches('.wikihaven-report'));
		expect(await page.$('#under-test')).toBeNull();
	});
});

const clients = ['extension', 'gadget'] as const;
describe.each(clients)('quick exit in the %s', (client) => {
	let launched: Launched;
	beforeAll(async () => {
		launched = client === 'extension' ? extension : await launchChromium({});
	});
	afterAll(async () => {
		if (client === 'gadget') await launched?.stop();
	});

	const begin = async (): Promise<[Visit, Frame]> => {
		const person = await Visit.open(launched.browser, stack);
		await person.goto('Talk:Village pond');
		await person.pressReport('Bo');
		// Asked anew after each quick exit: that it was answered is a trace as well.
		if (client === 'gadget') await person.agreeInPage();
		return [person, await person.panel()];
	};
	/** On the main page, with nothing of ours in it or in the page's storage, and no way back to where the person was. */
	const isAway = async ({ page }: Visit): Promise<void> => {
		await page.waitForFunction(() => new URL(location.href).pathname.endsWith('/Main_Page'));
		expect(await page.$('.wikihaven-panel')).toBeNull();
		// The wiki's own loader keeps every module there, gadgets too.
		const kept = await page.evaluate(() =>
			[localStorage, sessionStorage]
				.flatMap((storage) => Object.entries(storage))
				.filter(([key]) => !key.startsWith('MediaWikiModuleStore')),
		);
		expect(JSON.stringify(kept)).not.toMatch(/wikihaven/i);
		await page.goBack().catch(() => null);
		expect(page.url()).not.toContain('Village');
		await page.close();
	};

	test('Escape twice', async () => {
		const [person] = await begin();
		await person.page.keyboard.press('Escape');
		await person.page.keyboard.press('Escape');
		await isAway(person);
	});

	test('the button', async () => {
		const [person, panel] = await begin();
		await person.pressWords(panel, 'leave-now');
		await isAway(person);
	});

	test('Escape once only closes', async () => {
		const [person] = await begin();
		await person.page.keyboard.press('Escape');
		await person.page.waitForFunction(() => !document.querySelector('.wikihaven-panel'));
		expect(person.page.url()).toContain('Village');
		await person.page.close();
	});
});
