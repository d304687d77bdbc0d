/** Who reports, and who receives it, on a real wiki: every way of sending by every kind of visitor, and the only admin reported. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Frame } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import { toBase64 } from '../../../src/contract/bytes.ts';
import type { ReportBody } from '../../../src/contract/report.ts';
import { handlerKeysOf } from '../../../src/panel/sealing/key-material.ts';
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { unseal } from '../../browser/panel/sealed.ts';
import { makePerson } from '../keeper/tools.ts';
import { Person } from '../person.ts';
import { startStack, type Stack } from '../stack.ts';
import { Visit, words } from './drive.ts';
import { reportIds } from './store.ts';

let stack: Stack;
let launched: Launched;
beforeAll(async () => {
	stack = await startStack({ settings: `$wgAutoCreateTempUser['enabled'] = true;` });
	launched = await launchChromium({ extension: join(root, 'dist', 'chromium') });
});
afterAll(async () => {
	await launched?.stop();
	await stack?.stop();
});

/** Becomes this person for the wiki, and nobody else. */
async function become(person: Person | null): Promise<void> {
	const { browser } = launched;
	await browser.deleteCookie(...(await browser.cookies()));
	if (person) await browser.setCookie(...person.browserCookies());
}

/** A new report of this comment, whatever was reported before. */
async function begin(author: string): Promise<[Visit, Frame]> {
	const visit = await Visit.open(launched.browser, stack);
	await visit.goto('Talk:Village pond');
	const panel = await visit.report(author);
	await panel.waitForFunction(
		(anew) =>
			document.querySelector('.wh-chip') ??
			[...document.querySelectorAll('button')].find((one) => one.textContent === anew),
		{},
		words('earlier-new'),
	);
	if (!(await panel.$('.wh-chip'))) await visit.pressWords(panel, 'earlier-new');
	await visit.choose(panel, 'insults');
	const asks = await panel.evaluate((agree) => document.body.innerText.includes(agree), words('consent-agree'));
	if (asks) await visit.pressWords(panel, 'consent-agree');
	return [visit, panel];
}

/** What the newest report says to a handler, and in how many parts a name is kept with it. */
async function newest(before: readonly string[], handler: string): Promise<{ body: ReportBody; shares: number }> {
	const id = reportIds(stack).find((one) => !before.includes(one)) ?? '';
	const secret = stack.secrets.get(handler) ?? '';
	const keys = await handlerKeysOf(secret);
	const db = new DatabaseSync(stack.database, { readOnly: true });
	try {
		const bytes = (value: unknown): string => toBase64(value instanceof Uint8Array ? value : new Uint8Array(0));
		const row = db.prepare('select sealed from report where id = ?').get(id);
		const grants = db.prepare('select key, box from report_grant where report = ?').all(id);
		const shares = db.prepare('select count(*) as n from identity_share where report = ?').get(id);
		const report = {
			sealed: bytes(row?.['sealed']),
			grants: grants.map(({ key, box }) => ({ key: String(key), box: bytes(box) })),
		};
		const body = await unseal(report, { name: handler, secret, id: keys.public.id });
		return { body, shares: Number(shares?.['n']) };
	} finally {
		db.close();
	}
}

type Mode = 'named' | 'pseudonymous' | 'anonymous';

/** Sends under this mode, and gives what arrived. */
async function report(mode: Mode): Promise<{ body: ReportBody; shares: number }> {
	const before = reportIds(stack);
	const [visit, panel] = await begin('Bo');
	await visit.pressText(panel, 'mode-title');
	if (mode !== 'anonymous') await visit.hit(await panel.waitForSelector(`.wh-chip:has(input[value="${mode}"])`));
	await visit.send(panel);
	await visit.says(panel, words('sent-words'));
	await visit.page.close();
	return newest(before, 'Mira');
}

const visitors: [string, () => Promise<Person>][] = [
	[
		'blocked',
		async () => {
			const person = await stack.wiki.apiAs('Basil');
			const answer = await person.get({ action: 'query', meta: 'userinfo', uiprop: 'blockinfo' });
			expect(JSON.stringify(answer)).toContain('blockid');
			return person;
		},
	],
	['without e-mail', () => makePerson(stack.wiki, 'Without address')],
	[
		'a temporary account',
		async () => {
			const person = new Person(stack.wiki.base, '');
			await person.edit('Project:Sandbox', 'A word.');
			return person;
		},
	],
];

describe.each(visitors)('R6 somebody %s', (_, make) => {
	let person: Person;
	let name: string;
	beforeAll(async () => {
		person = await make();
		const answer = (await person.get({ action: 'query', meta: 'userinfo' })) as {
			query: { userinfo: { name: string } };
		};
		({ name } = answer.query.userinfo);
		await become(person);
	});

	test('under the own name', async () => {
		const { body, shares } = await report('named');
		expect(body.reporter).toEqual({ mode: 'named', user: name });
		expect(shares).toBe(0);
	});

	test('with the name sealed apart: two custodians, and not in the report', async () => {
		const { body, shares } = await report('pseudonymous');
		expect(body.reporter).toEqual({ mode: 'pseudonymous', user: null });
		expect(JSON.stringify(body)).not.toContain(name);
		expect(shares).toBe(2);
	});

	test('without a name', async () => {
		const { body, shares } = await report('anonymous');
		expect(body.reporter).toEqual({ mode: 'anonymous', user: null });
		expect(JSON.stringify(body)).not.toContain(name);
		expect(shares).toBe(0);
	});
});

const addresses: [string, () => Promise<void>][] = [
	['', () => Promise.resolve()],
	[
		', from a blocked address,',
		async () => {
			const mira = await stack.wiki.apiAs('Mira');
			// Not Mira herself, who comes from the same one.
			await mira.block('127.0.0.1', 'never', 'test', { anononly: '1' });
			const nobody = new Person(stack.wiki.base, '');
			const answer = await nobody.get({ action: 'query', meta: 'userinfo', uiprop: 'blockinfo' });
			expect(JSON.stringify(answer)).toContain('blockid');
		},
	],
];
test.each(addresses)('R6 somebody without any account%s reports; there is no name to tell', async (_, prepare) => {
	await prepare();
	await become(null);
	const before = reportIds(stack);
	const [visit, panel] = await begin('Emeka');
	await visit.pressText(panel, 'mode-title');
	await visit.says(panel, words('mode-logged-out'));
	for (const mode of ['named', 'pseudonymous']) expect(await panel.$(`input[value="${mode}"]`)).toBeNull();
	await visit.send(panel);
	await visit.says(panel, words('sent-words'));
	await visit.page.close();
	expect((await newest(before, 'Mira')).body.reporter).toEqual({ mode: 'anonymous', user: null });
});

test('the only admin is reported: it goes to the next team, and that is said before it is sent', async () => {
	await stack.configure({
		teams: {
			admins: { name: 'Administrators', members: ['Mira'] },
			arbitrators: { name: 'Arbitrators', members: ['Nadia', 'Ivo'] },
		},
		routes: { conduct: ['admins', 'arbitrators'], threat: ['admins', 'arbitrators'] },
	});
	await (await stack.wiki.apiAs('Mira')).append('Talk:Village pond', 'Nobody wants you here. ~~~~', 'A word');
	const fresh = await launchChromium({ extension: join(root, 'dist', 'chromium') });
	const visit = await Visit.open(fresh.browser, stack);
	try {
		const before = reportIds(stack);
		await visit.goto('Talk:Village pond');
		const panel = await visit.report('Mira');
		await visit.choose(panel, 'insults');
		await visit.pressWords(panel, 'consent-agree');
		await visit.says(panel, words('passed-over').replace('$1', 'Administrators'));
		await visit.send(panel);
		await visit.says(panel, words('sent-words'));
		const { body } = await newest(before, 'Nadia');
		expect(body.recipients.map(({ name }) => name).sort()).toEqual(['Ivo', 'Nadia', 'Staff for recovery']);
	} finally {
		await fresh.stop();
	}
});
