/** Every state of the panel, in every language, by day and night, narrow, right to left: axe finds nothing, nothing sticks out. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Intent } from '../../src/contract/page-panel.ts';
import { shownLanguage } from '../../src/domain/language/shown.ts';
import { sealReason } from '../../src/panel/sealing/reason.ts';
import { attester } from './panel/attest.ts';
import { hears, press, sendTo, tap } from './panel/drive.ts';
import { followed, letter, type Followed } from './panel/followed.ts';
import { check } from './panel/look.ts';
import { comment, personOf, type Person } from './panel/people.ts';
import { caseFor } from './panel/reports.ts';
import { servePanel, type Served } from './panel/serve.ts';
import type { Wishes, World } from './panel/world.ts';

declare const world: World;

const long = 'Ελευθερία_Παπαδοπούλου-Κωνσταντινοπολίτισσα '.repeat(3).trim();
const home: Intent = { system: 'home' };
let served: Served;
let usual: Wishes;
let me: Person;
/** Of one person: decided, and late. */
let reports: Followed[];
let successIcon: string | undefined;

beforeAll(async () => {
	served = await servePanel();
	me = await personOf('Handler One', 'Administrators');
	const decided = await followed(
		{
			state: 'decided',
			badFaith: true,
			due: { step: 'close', by: '2026-12-20T09:00:00.000Z' },
			appeal: 'open',
			lastAnswer: '2026-11-22T09:00:00.000Z',
		},
		{ at: '2026-11-21T10:00:00.000Z' },
	);
	decided.at.thread.messages.push(
		await letter(decided, 'reporter', { text: long }),
		await letter(decided, 'handler', { kind: 'decision', outcome: 'violation' }),
	);
	reports = [decided, await followed({ now: '2027-11-22T09:00:00.000Z' })];
	usual = {
		recipients: [me, await personOf(`Also ${long}`, 'Administrators', true), await personOf('محمد', 'staff:recovery')],
		leftOut: [{ name: long, reason: 'waiting', until: '2026-11-24T09:00:00Z' }],
		user: 'Handler One',
	};
});
afterAll(() => served.stop());

const surroundings: [string, Wishes, { width: number; height: number }][] = [
	['docked', {}, { width: 420, height: 860 }],
	['in German on a narrow phone', { facts: { language: 'de-AT' } }, { width: 320, height: 640 }],
	['in Spanish on a narrow phone', { facts: { language: 'es-419' } }, { width: 320, height: 640 }],
	['in Hindi at night', { facts: { language: 'hi', theme: 'night' } }, { width: 420, height: 860 }],
	['in Chinese on a narrow phone', { facts: { language: 'zh-CN' } }, { width: 320, height: 640 }],
	['right to left', { facts: { dir: 'rtl', language: 'ar' } }, { width: 420, height: 860 }],
	[
		'right to left, narrow, at night',
		{ facts: { dir: 'rtl', language: 'ar', theme: 'night' } },
		{ width: 320, height: 640 },
	],
];

test.each(surroundings)('R15 the report form %s, empty, filled and opened', async (_, wishes, size) => {
	const target = comment.system === 'report' ? { ...comment.target, author: long } : null;
	if (!target) throw new Error('no target');
	const page = await served.open({ ...usual, ...wishes, asksConsent: true }, { system: 'report', target }, size);
	await page.waitForSelector('.wh-box button');
	await check(page);
	await tap(page, '.wh-chip');
	await tap(page, '.wh-box button');
	await page.waitForSelector('.wh-team');
	await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
	await check(page);
	const { dir = 'ltr', language = 'en' } = wishes.facts ?? {};
	expect(await page.$eval('html', (root) => [root.dir, root.lang])).toEqual([dir, shownLanguage(language)]);
	await sendTo(page, 'Handler One');
	await page.waitForSelector('.cdx-message--success');
	await check(page);
	const icon = await page.$eval('.cdx-message--success .cdx-message__icon', (one) => getComputedStyle(one).maskImage);
	expect(icon).toBe((successIcon ??= icon));
	await page.close();
});

test.each(surroundings)('R15 home, keys, queue and a report %s', async (_, wishes, size) => {
	const cases = [await caseFor('A'.repeat(22), 'threats', [me], '2026-11-21T09:00:00.000Z')];
	const page = await served.open({ ...usual, ...wishes, roles: ['handler'], signedIn: true, cases }, home, size);
	await page.waitForSelector('.wh-entry:nth-child(4)');
	await check(page);
	const entry = (at: number) => tap(page, `.wh-entry:nth-child(${at}) button`);
	await entry(4);
	await page.waitForSelector('details');
	await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
	await check(page);
	await page.evaluate((secret) => world.restore('Handler One', secret), me.secret);
	await tap(page, 'header button');
	await page.waitForSelector('.wh-entry:nth-child(4)');
	await entry(3);
	await page.waitForSelector('.wh-row bdi:not(:empty)');
	await check(page);
	await tap(page, '.wh-row');
	await page.waitForSelector('blockquote');
	await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
	await check(page);
	await page.close();
});

test.each(surroundings)(
	'R15 following: the list, a decided report with all it offers, a mistyped code, %s',
	async (_, wishes, size) => {
		const page = await served.open({ ...usual, ...wishes, followed: reports.map(({ at }) => at) }, home, size);
		await page.evaluate(
			async (rows) => {
				for (const row of rows) await world.vault.put('reports', row.id, row);
			},
			reports.map(({ row }) => ({ ...row, subject: long })),
		);
		await tap(page, '.wh-entry:nth-child(1) button');
		await page.waitForFunction(() => document.querySelectorAll('.wh-card .wh-tag').length === 3);
		await check(page);
		await tap(page, '.wh-card button');
		await page.waitForSelector('.wh-letter:nth-child(2)');
		await page.waitForSelector('textarea');
		await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
		// The return code is covered, and withdrawing asks: both uncovered.
		await page.$$eval('.cdx-accordion__content > .cdx-button', (all) =>
			all.forEach((one) => (one as HTMLElement).click()),
		);
		await page.waitForSelector('.wh-code');
		await check(page);
		await tap(page, 'header button');
		await page.waitForSelector('.wh-entry:nth-child(2)');
		await tap(page, '.wh-entry:nth-child(2) button');
		await (await page.waitForSelector('.cdx-text-input__input'))?.type('0'.repeat(24) + '1');
		await page.waitForSelector('.wh-field__error:not(:empty)');
		await check(page);
		await page.close();
	},
);

/** A handler of few words is looked at where it is narrowest, longest and the other way round. */
const narrow = surroundings.filter(([, , { width }]) => width === 320);

test.each(narrow)(
	'R15 a case with all that can be done with it, and the custodians’ view, %s',
	async (_, wishes, size) => {
		const id = 'A'.repeat(22);
		const late = { step: 'decision', by: '2026-11-20T09:00:00.000Z' } as const;
		const { attest, listed } = await attester();
		const reporter = { mode: 'named', user: long.slice(0, 80), attested: await attest(id, long.slice(0, 80)) } as const;
		const one = await caseFor(id, 'threats', [me], '2026-11-21T09:00:00.000Z', {
			reporter,
			danger: 'somebody',
			wishes: ['measure', 'advice'],
			contact: long,
		});
		const two = await caseFor('B'.repeat(22), 'threats', [me], '2026-11-21T09:00:00.000Z');
		const open = { due: late, unanswered: late.by, appealed: true, state: 'in-review' } as const;
		const opening = {
			id,
			report: id,
			at: late.by,
			askedBy: long,
			askedKey: me.id,
			reason: await sealReason(id, long, [me.age]),
			approved: { by: long, at: late.by },
			share: 'AAAA',
			opened: { share: 'AAAA', sealed: 'AAAA' },
		};
		const other = await personOf(long, 'staff:custodian');
		const page = await served.open(
			{
				...usual,
				...wishes,
				roles: ['handler', 'staff:custodian'],
				signedIn: true,
				cases: [
					{ ...one, ...open },
					{ ...two, ...open },
				],
				threads: { [id]: { badFaith: { findings: 1, mine: false } } },
				receiptKeys: [listed],
				custodians: [me, other],
				openings: [opening, { ...opening, id: 'B'.repeat(22), askedKey: other.id, approved: null, opened: null }],
			},
			home,
			size,
		);
		await page.evaluate((secret) => world.restore('Handler One', secret), me.secret);
		await page.waitForSelector('.wh-entry:nth-child(5)');
		await tap(page, '.wh-entry:nth-child(3) button');
		await page.waitForSelector('.wh-row bdi:not(:empty)');
		await check(page);
		await tap(page, '.wh-row');
		await page.waitForSelector('#wh-steps');
		await page.waitForSelector('.wh-case .wh-tag--success');
		await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
		await check(page);
		await tap(page, 'header button');
		await page.waitForSelector('.wh-entry:nth-child(5)');
		await tap(page, '.wh-entry:nth-child(5) button');
		await page.waitForSelector('.wh-card:nth-child(2) .cdx-button');
		await check(page);
		await page.close();
	},
);

test('R15 waiting, refused, switched off and out of reach', async () => {
	for (const [wishes, words] of [
		[{ off: ['report'] }, 'switched off'],
		[{ problems: { config: 'config-broken' } }, 'have a mistake'],
		[{ problems: { confirm: 'wiki-unreachable' } }, 'cannot be reached'],
	] satisfies [Wishes, string][]) {
		const page = await served.open({ ...usual, ...wishes }, comment);
		await hears(page, words);
		await check(page);
		await page.close();
	}
	const page = await served.open({ ...usual, offline: true }, comment);
	await press(page, 'Insults');
	await hears(page, 'Sealed for');
	await press(page, 'Send');
	await hears(page, 'Your report is sealed and safe');
	await check(page);
	await press(page, 'My reports');
	await hears(page, 'Waiting to be sent');
	await check(page);
	await page.close();
});

test('the theme follows the wiki, and the system where the wiki leaves it to that', async () => {
	const page = await served.open(usual, comment);
	const paper = () => page.$eval('body', (body) => getComputedStyle(body).backgroundColor);
	const day = await paper();
	const facts = {
		wiki: 'https://wiki.example.org/w',
		articlePath: '/wiki/$1',
		title: null,
		revision: null,
		skin: 'x',
		user: null,
	};
	const turn = (theme: 'day' | 'night' | 'os') =>
		page.evaluate((given) => world.factsChanged(given), { ...facts, language: 'en', dir: 'ltr' as const, theme });
	await turn('night');
	const night = await paper();
	expect(night).not.toBe(day);
	await turn('os');
	expect(await paper()).toBe(day);
	await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
	expect(await paper()).toBe(night);
	await turn('day');
	expect(await paper()).toBe(day);
	await page.close();
});

test('R15 in forced colours the chosen chip is told by its frame, and with reduced motion nothing slides', async () => {
	const page = await served.open(usual, comment);
	await press(page, 'Insults');
	const session = await page.createCDPSession();
	await session.send('Emulation.setEmulatedMedia', {
		features: [
			{ name: 'forced-colors', value: 'active' },
			{ name: 'prefers-reduced-motion', value: 'reduce' },
		],
	});
	await page.waitForSelector('.wh-chip__input:checked');
	// Waiting moves, and is no slide: it is over before this is looked at.
	await page.waitForFunction(() => !document.querySelector('.cdx-progress-indicator'));
	const frames = await page.$$eval('.wh-chip__face', (all) => all.map((one) => getComputedStyle(one).borderTopWidth));
	expect(frames.slice(0, 2)).toEqual(['3px', '1px']);
	const slides = await page.$$eval('.wh-panel *', (all) =>
		all.filter((one) => !/^0s(, 0s)*$/.test(getComputedStyle(one).transitionDuration)).map((one) => one.className),
	);
	expect(slides).toEqual([]);
	await page.close();
});
