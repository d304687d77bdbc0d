/** What a return code opens and what it does not; messages and appeals sealed to the report's own key, tried with Debian's age. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../../../src/contract/bytes.ts';
import type { ReportBody } from '../../../../src/contract/report.ts';
import { keysOfCode, readCode } from '../../../../src/contract/return-code.ts';
import { openGrant } from '../../../../src/panel/sealing/open-report.ts';
import { handlerKeysOf } from '../../../../src/panel/sealing/key-material.ts';
import { openOwn } from '../../../../src/panel/sealing/follow.ts';
import { openMessage } from '../../../../src/panel/sealing/message.ts';
import { sealAppeal } from '../../../../src/panel/sealing/appeal.ts';
import { followed, letter, type Followed } from '../../../browser/panel/followed.ts';
import { personOf, type Person } from '../../../browser/panel/people.ts';

let one: Followed;
let anna: Person;
let folder: string;
/** Of the receipt. */
let hash: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'wikihaven-follow-'));
	[one, anna] = await Promise.all([followed(), personOf('Anna', 'Administrators')]);
	hash = one.at.thread.status.receipt.hash;
});
afterAll(() => rmSync(folder, { recursive: true }));

const keyOf = async (code: string) => (await keysOfCode(readCode(code) ?? new Uint8Array(15))).follow;
const asRecipient = ({ name, age, id }: Person) => ({ name, key: { id, age } });

test('R5 the return code alone gives the report back: its key and its words', async () => {
	const own = await openOwn(one.at.thread, await keyOf(one.code), hash);
	expect(own).toMatchObject({
		secret: one.key,
		body: { id: one.row.id, details: 'This has been going on for a week.' },
	});
});

test('another code opens nothing, and what does not fit the receipt is not shown', async () => {
	const other = await followed();
	expect(await openOwn(one.at.thread, await keyOf(other.code), hash)).toBeNull();
	const swapped = { ...one.at.thread, sealed: other.at.thread.sealed };
	expect(await openOwn(swapped, await keyOf(one.code), hash)).toEqual({ secret: one.key, body: null });
	expect(await openOwn({ ...one.at.thread, sealed: null, follow: null }, await keyOf(one.code), hash)).toBeNull();
});

test("a message opens with the report's key, also by Debian's age, and its length tells nothing of it", async () => {
	const [short, long] = await Promise.all([
		letter(one, 'handler', { text: 'Yes.' }),
		letter(one, 'reporter', { text: 'x'.repeat(1000) }),
	]);
	expect(await openMessage(short, one.row.id, one.key)).toMatchObject({ text: 'Yes.' });
	expect(short.sealed.length).toBe(long.sealed.length);
	writeFileSync(join(folder, 'in'), fromBase64(short.sealed));
	writeFileSync(join(folder, 'key'), one.key);
	const text = execFileSync('age', ['-d', '-i', join(folder, 'key'), join(folder, 'in')]).toString();
	expect(JSON.parse(text)).toMatchObject({ text: 'Yes.', report: one.row.id });
});

test('a message that was put elsewhere, changed, or relabelled is not shown as one', async () => {
	const other = await followed();
	const stored = await letter(one, 'handler');
	expect(await openMessage(stored, one.row.id, other.key)).toBeNull();
	expect(await openMessage(stored, other.row.id, one.key)).toBeNull();
	expect(await openMessage({ ...stored, id: other.row.id }, one.row.id, one.key)).toBeNull();
	expect(await openMessage({ ...stored, kind: 'decision' }, one.row.id, one.key)).toBeNull();
	// Its writer says in it which side it is from.
	expect(await openMessage({ ...stored, from: 'reporter' }, one.row.id, one.key)).toBeNull();
	for (const [from, kind] of [
		['handler', 'appeal'],
		['handler', 'evidence'],
		['reporter', 'decision'],
	] as const) {
		expect(await openMessage(await letter(one, from, { kind }), one.row.id, one.key)).toBeNull();
	}
	const bytes = fromBase64(stored.sealed);
	bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
	expect(await openMessage({ ...stored, sealed: toBase64(bytes) }, one.row.id, one.key)).toBeNull();
});

test('an appeal gives the key to those who look again, and to nobody who is named or excluded', async () => {
	const own = await openOwn(one.at.thread, await keyOf(one.code), hash);
	if (!own?.body) throw new Error('not opened');
	const { id: message, ...stored } = await letter(one, 'reporter', { kind: 'appeal', text: 'Please look again.' });
	const body = await openMessage({ id: message, ...stored }, one.row.id, one.key);
	if (!body) throw new Error('not opened');
	const sealed = await sealAppeal(body, own.body, own.secret, [asRecipient(anna)]);
	if (!sealed.ok) throw new Error(sealed.problem);
	expect(sealed.value.message).toBe(message);
	const grant = await openGrant({ id: one.row.id, ...sealed.value }, await handlerKeysOf(anna.secret));
	expect(grant).toMatchObject({ value: { secret: one.key, summary: { kind: 'insults', subject: 'Mallory' } } });
	const report = own.body;
	const asked = async (part: Partial<ReportBody>) =>
		sealAppeal(body, { ...report, ...part }, own.secret, [asRecipient(anna)]);
	expect(await asked({ named: ['Anna'] })).toMatchObject({ problem: 'wrong-recipients' });
	expect(await asked({ excluded: ['Anna'] })).toMatchObject({ problem: 'wrong-recipients' });
	expect(await sealAppeal(body, own.body, own.secret, [])).toMatchObject({ problem: 'no-recipients' });
	expect(await sealAppeal({ ...body, kind: 'message' }, own.body, own.secret, [asRecipient(anna)])).toMatchObject({
		problem: 'bad-input',
	});
});
