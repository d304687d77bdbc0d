/** Sealing, tried with Debian's age: who can open what, what the boxes tell, what restores a key. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBase64 } from '../../../src/contract/bytes.ts';
import { ReportBodySchema, SealedReportSchema, type SealedReport } from '../../../src/contract/report.ts';
import { sealedFor } from '../../../src/panel/sealing/export-report.ts';
import { handlerKeysOf } from '../../../src/panel/sealing/key-material.ts';
import { openGrant, openReport } from '../../../src/panel/sealing/open-report.ts';
import { sealReport } from '../../../src/panel/sealing/seal-report.ts';
import { personOf, type Person } from '../../browser/panel/people.ts';
import { bodyFor, newRow } from '../../browser/panel/reports.ts';

const id = 'R'.repeat(22);
const follow = crypto.getRandomValues(new Uint8Array(32));
let anna: Person;
let bo: Person;
let folder: string;
const asRecipient = ({ name, age, id }: Person) => ({ name, key: { id, age } });

async function sealed(people: Person[], part: Parameters<typeof bodyFor>[2] = {}): Promise<SealedReport> {
	const outcome = await sealReport(bodyFor(id, 'threats', part), people.map(asRecipient), follow);
	if (!outcome.ok) throw new Error(outcome.problem);
	return outcome.value;
}

/** Debian's age with one identity. */
function ageOpens(file: Uint8Array | string, secret: string): string {
	writeFileSync(join(folder, 'in'), file);
	writeFileSync(join(folder, 'key'), secret);
	return execFileSync('age', ['-d', '-i', join(folder, 'key'), join(folder, 'in')], { stdio: 'pipe' }).toString();
}

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'wikihaven-age-'));
	[anna, bo] = await Promise.all([personOf('Anna', 'Administrators'), personOf('Bo', 'Administrators')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a sealed report fits the contract, and each recipient opens their own box under its number, and nobody else any', async () => {
	const report = v.parse(SealedReportSchema, await sealed([anna, bo]));
	const stranger = await personOf('Eve', '');
	expect(report.grants.map(({ key }) => key).sort()).toEqual([anna.id, bo.id].sort());
	for (const person of [anna, bo]) {
		const grant = await openGrant({ id, ...report }, await handlerKeysOf(person.secret));
		expect(grant).toMatchObject({ ok: true, value: { summary: { kind: 'threats', subject: 'Mallory' } } });
	}
	expect(await openGrant({ id, ...report }, await handlerKeysOf(stranger.secret))).toMatchObject({
		problem: 'key-not-found',
	});
	const swapped = { id: 'S'.repeat(22), grants: report.grants };
	expect(await openGrant(swapped, await handlerKeysOf(anna.secret))).toMatchObject({ problem: 'key-not-found' });
	for (const { box } of report.grants) expect(() => ageOpens(fromBase64(box), stranger.secret)).toThrow();
});

test("Debian's age opens the box with the handler's key, and the report with the key from the box", async () => {
	const report = await sealed([anna]);
	const grant = JSON.parse(ageOpens(fromBase64(report.grants[0]?.box ?? ''), anna.secret)) as { secret: string };
	const body = v.parse(ReportBodySchema, JSON.parse(ageOpens(fromBase64(report.sealed), grant.secret)));
	expect(body.details).toBe('This has been going on for a week.');
	expect(body.recipients).toEqual([{ name: 'Anna', key: anna.id }]);
});

test("a report exported to one person opens with that person's key in Debian's age, with no other", async () => {
	const file = await sealedFor('What the report says.', bo.age);
	expect(ageOpens(file, bo.secret)).toBe('What the report says.');
	expect(() => ageOpens(file, anna.secret)).toThrow();
});

test('each report has a key of its own, and its boxes are of one size whatever names are in it', async () => {
	const [one, two] = [await sealed([anna]), await sealed([anna], { evidence: [] })];
	const keys = await handlerKeysOf(anna.secret);
	const [first, second] = [await openGrant({ id, ...one }, keys), await openGrant({ id, ...two }, keys)];
	expect(first.ok && second.ok && first.value.secret !== second.value.secret).toBe(true);
	expect(one.grants[0]?.box.length).toBe(two.grants[0]?.box.length);
});

test('nobody named receives it, no key under another number, and a report needs somebody to go to', async () => {
	const body = bodyFor(id, 'threats', { named: ['Mallory', 'Anna'] });
	expect(await sealReport(body, [asRecipient(anna)], follow)).toMatchObject({ problem: 'wrong-recipients' });
	const odder = bodyFor(id, 'threats', { named: ['Mallory'], excluded: ['_anna'] });
	expect(await sealReport(odder, [asRecipient(anna)], follow)).toMatchObject({ problem: 'wrong-recipients' });
	const swapped = { name: 'Bo', key: { id: anna.id, age: bo.age } };
	expect(await sealReport(bodyFor(id, 'threats'), [swapped], follow)).toMatchObject({ problem: 'wrong-recipients' });
	expect(await sealReport(bodyFor(id, 'threats'), [], follow)).toMatchObject({ problem: 'no-recipients' });
	const odd = { ...bodyFor(id, 'threats'), kind: 'nonsense' as never };
	expect(await sealReport(odd, [asRecipient(bo)], follow)).toMatchObject({ problem: 'unknown-clause' });
});

test('a report put under another number, or changed on the way, does not pass as verified', async () => {
	const { sealed: bytes, hash, wiki, route, section, grants } = await sealed([anna]);
	const keys = await handlerKeysOf(anna.secret);
	const at = '2026-11-21T09:00:00Z';
	const row = { ...newRow, id, wiki, route, section, grants, at, since: at };
	const open = (part: object) => openReport({ ...row, sealed: bytes, hash, ...part }, keys);
	expect(await open({})).toMatchObject({ ok: true, value: { verified: true } });
	expect(await open({ id: 'S'.repeat(22) })).toMatchObject({ ok: false, problem: 'key-not-found' });
	expect(await open({ hash: '0'.repeat(64) })).toMatchObject({ ok: true, value: { verified: false } });
	expect(await open({ sealed: `AAAA${bytes.slice(4)}` })).toMatchObject({ ok: false, problem: 'bad-input' });
});
