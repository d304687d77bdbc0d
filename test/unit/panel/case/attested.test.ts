/** The backend's word on a reporter, and a custodian's reason: taken only where they are genuine and about this report. */
import { expect, test } from 'vitest';
import { randomText } from '../../../../src/contract/bytes.ts';
import { isAttested, type Attested } from '../../../../src/panel/sealing/attested.ts';
import { newSecret } from '../../../../src/panel/sealing/backup.ts';
import { handlerKeysOf } from '../../../../src/panel/sealing/key-material.ts';
import { openReason, sealReason } from '../../../../src/panel/sealing/reason.ts';
import { attester } from '../../../browser/panel/attest.ts';

const wiki = 'https://wiki.example.org/w';
const report = 'R'.repeat(22);
const about = { report, wiki, user: 'Chen' };

async function signed(): Promise<{ attested: Attested; keys: Record<string, string> }> {
	const { attest, listed } = await attester();
	return { attested: await attest(report, 'Chen'), keys: { [listed.id]: listed.key } };
}

test('R6 a name is confirmed by a signature of the backend over this report, this wiki and this account', async () => {
	const { attested, keys } = await signed();
	expect(await isAttested(attested, about, keys)).toBe(true);
	expect(await isAttested(attested, { ...about, user: 'chen' }, keys)).toBe(true);
});

test('a name is not confirmed by the word for another report, wiki or account, a changed word, or an unknown key', async () => {
	const { attested, keys } = await signed();
	const other = await signed();
	const { attestation, salt } = attested;
	expect(await isAttested(attested, { ...about, report: 'S'.repeat(22) }, keys)).toBe(false);
	expect(await isAttested(attested, { ...about, wiki: 'https://other.example.org/w' }, keys)).toBe(false);
	expect(await isAttested(attested, { ...about, user: 'Mallory' }, keys)).toBe(false);
	expect(await isAttested({ attestation, salt: randomText(16) }, about, keys)).toBe(false);
	expect(
		await isAttested({ attestation: { ...attestation, user: 'Mallory' }, salt }, { ...about, user: 'Mallory' }, keys),
	).toBe(false);
	expect(await isAttested({ attestation: { ...attestation, signature: 'AAAA' }, salt }, about, keys)).toBe(false);
	expect(await isAttested(attested, about, {})).toBe(false);
	const [otherKey = ''] = Object.values(other.keys);
	expect(await isAttested(attested, about, { [attestation.key]: otherKey })).toBe(false);
});

test('a reason is read by every custodian, by nobody else, and for its own report only', async () => {
	const [one, two, stranger] = await Promise.all(
		Array.from({ length: 3 }, async () => handlerKeysOf(await newSecret())),
	);
	if (!one || !two || !stranger) throw new Error('no keys');
	const sealed = await sealReason(report, 'A court asks for it.', [one.public.age, two.public.age, one.public.age]);
	expect(atob(sealed)).not.toContain('court');
	expect(await openReason(sealed, report, one)).toBe('A court asks for it.');
	expect(await openReason(sealed, report, two)).toBe('A court asks for it.');
	expect(await openReason(sealed, report, stranger)).toBeNull();
	expect(await openReason(sealed, 'S'.repeat(22), one)).toBeNull();
});
