/** Staff in the panel, in Chromium: two custodians open a name sealed apart, reviewers decide on matches, volunteers see neither. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealIdentity } from '../../src/panel/sealing/identity.ts';
import { sealReason } from '../../src/panel/sealing/reason.ts';
import { attester, type Attester } from './panel/attest.ts';
import { callsOf, focused, hears, press, said, tap } from './panel/drive.ts';
import { check } from './panel/look.ts';
import { personOf, type Person } from './panel/people.ts';
import { match } from './panel/review.ts';
import { servePanel, type Served } from './panel/serve.ts';
import type { Wishes, World } from './panel/world.ts';
import { landscape } from '../wiki/seeds/picture.ts';

declare const world: World;

let served: Served;
let backend: Attester;
const home = { system: 'home' } as const;
const handler: Wishes = { roles: ['handler'], signedIn: true, user: 'Handler One' };
const at = '2026-11-21T09:00:00.000Z';
const A = 'A'.repeat(22);

beforeAll(async () => {
	served = await servePanel();
	backend = await attester();
});
afterAll(() => served.stop());

const field = async (page: Page, label: string) => {
	const found = await page.waitForSelector(`::-p-aria([name="${label}"])`);
	if (!found) throw new Error(`no field ${label}`);
	return found;
};

test('R6 a name sealed apart: one custodian asks with a reason, a second agrees, and only then it is read', async () => {
	const [one, two, three] = await Promise.all(
		['One', 'Two', 'Three'].map((name) => personOf(`Custodian ${name}`, 'staff:custodian')),
	);
	if (!one || !two || !three) throw new Error('no people');
	const custodians = [one, two, three].map(({ name, age, id }) => ({ name, age, id }));
	const attested = await backend.attest(A, 'Chen');
	const body = { v: 1, report: A, wiki: 'https://wiki.example.org/w', user: 'Chen', attested } as const;
	const identity = await sealIdentity(
		body,
		custodians.map(({ age, id }) => ({ key: { id, age } })),
	);
	if (!identity.ok) throw new Error(identity.problem);
	const { sealed, shares } = identity.value;
	const shareOf = ({ id }: Person): string => shares.find(({ key }) => key === id)?.box ?? '';
	const as = async (person: Person, wishes: Wishes): Promise<Page> => {
		const roles = ['handler', 'staff:custodian'];
		const page = await served.open(
			{ roles, signedIn: true, user: person.name, custodians, receiptKeys: [backend.listed], ...wishes },
			home,
		);
		await page.evaluate(([user, secret]) => world.restore(user, secret), [person.name, person.secret] as const);
		await press(page, 'Sealed names');
		return page;
	};

	const asking = await as(one, {});
	await hears(asking, 'No name was ever asked for.');
	await press(asking, 'Ask a second custodian');
	await hears(asking, 'This is not a whole number of a report.');
	await (await field(asking, 'Number of the report')).type(A);
	await (await field(asking, 'Why it must be opened')).type('A court asks for it.');
	await press(asking, 'Ask a second custodian');
	await hears(asking, 'It is asked.');
	const [asked] = (await callsOf(asking, 'askOpening')) as { report: string; reason: string }[];
	expect(asked?.report).toBe(A);
	await asking.close();

	const opening = {
		id: 'O'.repeat(22),
		report: A,
		at,
		askedBy: one.name,
		askedKey: one.id,
		reason: asked?.reason ?? '',
		approved: null,
	};
	const second = await as(two, { openings: [{ ...opening, share: shareOf(two), opened: null }] });
	await hears(second, 'A court asks for it.');
	await hears(second, 'your part of the key goes to Custodian One');
	await press(second, 'Agree and pass my part on');
	await hears(second, 'Agreed by Second Custodian');
	const [agreed] = (await callsOf(second, 'approveOpening')) as { share: string }[];
	await second.close();

	const approved = { by: two.name, at };
	const reading = await as(one, {
		openings: [{ ...opening, approved, share: shareOf(one), opened: { share: agreed?.share ?? '', sealed } }],
	});
	await hears(reading, 'Agreed by Custodian Two');
	expect(await said(reading)).not.toContain('Chen');
	await press(reading, 'Read the name');
	await hears(reading, 'The report was sent by Chen.');
	await hears(reading, 'Confirmed by their sign-in');
	await reading.close();
});

test('a share is passed on to no key that is not a known custodian’s, and only custodians see the way in', async () => {
	const one = await personOf('Custodian One', 'staff:custodian');
	const roles = ['handler', 'staff:custodian'];
	const reason = await sealReason(A, 'A court asks for it.', [one.age]);
	const opening = {
		id: 'O'.repeat(22),
		report: A,
		at,
		askedBy: 'Somebody',
		askedKey: '0'.repeat(16),
		reason,
		approved: null,
	};
	const page = await served.open(
		{
			roles,
			signedIn: true,
			user: one.name,
			custodians: [one],
			openings: [{ ...opening, share: 'AAAA', opened: null }],
		},
		home,
	);
	await page.evaluate(([user, secret]) => world.restore(user, secret), [one.name, one.secret] as const);
	await press(page, 'Sealed names');
	await hears(page, 'The key of Somebody is not known to this device, so nothing is passed on.');
	expect(await said(page)).not.toContain('Agree and pass my part on');
	await page.close();
	const other = await served.open({ ...handler }, home);
	await hears(other, 'Reports to handle');
	expect(await said(other)).not.toContain('Sealed names');
	await other.close();
});

const picture = Buffer.from(landscape(96, 72, 3)).toString('base64');

/** How many dots of the drawn picture are coloured, and how many differ sharply from their neighbour; null without one. */
const drawn = (page: Page): Promise<{ coloured: number; sharp: number } | null> =>
	page.evaluate(() => {
		const canvas = document.querySelector('canvas');
		const context = canvas?.getContext('2d');
		if (!canvas || !context) return null;
		const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
		let [coloured, sharp] = [0, 0];
		for (let n = 0; n < data.length; n += 4) {
			const [red = 0, green = 0, blue = 0] = data.subarray(n, n + 3);
			if (Math.max(red, green, blue) - Math.min(red, green, blue) > 2) coloured++;
			if (n % (canvas.width * 4) > 0 && Math.abs(red - (data[n - 4] ?? 0)) > 12) sharp++;
		}
		return { coloured, sharp };
	});

test('a reviewer begins with words, sees the picture grey and blurred where they ask, and nothing happens before they press', async () => {
	const staff = await personOf('Reviewer One', 'staff:hash-review-child-abuse');
	const roles = ['handler', 'staff:hash-review-child-abuse'];
	const page = await served.open(
		{ roles, signedIn: true, user: staff.name, match, picture, reviewKey: staff.age },
		home,
	);
	await page.evaluate(([user, secret]) => world.restore(user, secret), [staff.name, staff.secret] as const);
	await press(page, 'Review of matches');
	await press(page, 'File:Harbour.png');
	await hears(page, 'looks alike, 12 of 256 bits differ');
	await hears(page, 'One near hash alone may be a coincidence.');
	expect(await drawn(page)).toBeNull();
	expect(await callsOf(page, 'uploadLook')).toMatchObject([{ what: 'metadata' }]);

	await press(page, 'Show it blurred and grey');
	await hears(page, 'yours in the last day: 4');
	await expect.poll(() => drawn(page)).toEqual({ coloured: 0, sharp: 0 });
	await press(page, 'Without the blur');
	await expect.poll(async () => (await drawn(page))?.sharp).toBeGreaterThan(0);
	expect((await drawn(page))?.coloured).toBe(0);
	// Escape hides it, and the panel stays.
	await page.keyboard.press('Escape');
	expect(await drawn(page)).toBeNull();
	expect(await callsOf(page, 'close')).toEqual([]);
	expect(await focused(page)).toBe('Show it blurred and grey');

	await press(page, 'Confirm');
	await hears(page, 'Please write a reason');
	expect(await callsOf(page, 'uploadDecide')).toEqual([]);
	await (await field(page, 'Why')).type('It is the very picture.');
	await press(page, 'Confirm');
	await hears(page, 'Take the file down');
	await hears(page, 'It is the very picture.');
	const [decided] = (await callsOf(page, 'uploadDecide')) as { reason: string }[];
	expect(Buffer.from(decided?.reason ?? '', 'base64').toString('latin1')).toMatch(/^age-encryption\.org/);

	await press(page, 'Prepare the report');
	await hears(page, 'waits for another person');
	expect(await callsOf(page, 'removeFile')).toEqual([]);
	await press(page, 'Take the file down');
	await hears(page, 'You cannot bring it back from here.');
	expect(await callsOf(page, 'removeFile')).toEqual([]);
	await press(page, 'Yes, take it down');
	await hears(page, 'The file is gone');
	expect(await callsOf(page, 'removeFile')).toMatchObject([
		{ title: 'File:Harbour.png', as: staff.name, reason: 'Removed under the terms of use' },
	]);
	await page.close();

	const volunteer = await served.open({ ...handler, match, picture }, home);
	await hears(volunteer, 'Reports to handle');
	expect(await said(volunteer)).not.toContain('Review of matches');
	await volunteer.close();
});

const long = 'Ελευθερία_Παπαδοπούλου-Κωνσταντινοπολίτισσα_'.repeat(3);

test.each<[string, Wishes, { width: number; height: number }]>([
	['in German on a narrow phone', { facts: { language: 'de' } }, { width: 320, height: 640 }],
	[
		'right to left, narrow, at night',
		{ facts: { dir: 'rtl', language: 'ar', theme: 'night' } },
		{ width: 320, height: 640 },
	],
])('R15 the review, from the list to the steps after a decision, %s', async (_, wishes, size) => {
	const staff = await personOf('Reviewer One', 'staff:hash-review-child-abuse');
	const [hit] = match.evidence;
	const evidence = hit ? [hit, { ...hit, kind: 'md5' as const, list: long, label: long }] : [];
	const wide = { ...match, title: `File:${long}.png`, evidence, exposures: 12 };
	const roles = ['handler', 'staff:hash-review-child-abuse', 'staff:hash-review-terrorism'];
	const page = await served.open(
		{ roles, signedIn: true, user: staff.name, match: wide, picture, reviewKey: staff.age, ...wishes },
		home,
		size,
	);
	await page.evaluate(([user, secret]) => world.restore(user, secret), [staff.name, staff.secret] as const);
	const title = (await import(`../../src/i18n/review/${wishes.facts?.language}.json`, { with: { type: 'json' } }))
		.default['review-title'];
	await press(page, title);
	await page.waitForSelector('.wh-list .wh-entry');
	await check(page);
	await tap(page, '.wh-list .wh-entry button');
	await tap(page, '[aria-labelledby="wh-picture"] button');
	await page.waitForSelector('canvas');
	// After so many looks a break is spoken of.
	expect(await page.$('[aria-labelledby="wh-picture"] .cdx-message')).not.toBeNull();
	await check(page);
	await page.type('textarea', long);
	await tap(page, '[aria-labelledby="wh-decide"] .cdx-button--action-progressive');
	await tap(page, '[aria-labelledby="wh-remove"] .cdx-button--action-destructive');
	await page.waitForSelector('[aria-labelledby="wh-remove"] .wh-actions');
	await check(page);
	await page.close();
});
