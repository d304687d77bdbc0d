/** The recovery key split among three: any two open, one alone does not, and the configuration takes what is printed. */
import { Decrypter, Encrypter } from 'age-encryption';
import { combine } from 'shamir-secret-sharing';
import { beforeAll, expect, test, vi } from 'vitest';
import * as v from 'valibot';
import { BackendConfigSchema } from '../../../src/backend/config.ts';
import { fromBase64 } from '../../../src/contract/bytes.ts';
import { RecoveryShareSchema } from '../../../src/contract/team.ts';
import { splitRecovery, type PairEntry } from '../../../src/host/cli/recovery-split.ts';
import { run } from '../../../src/host/cli/recovery.ts';
import { makeStaffKey, type StaffKeyPair } from '../../../src/host/cli/staff-key.ts';

const names = ['Ana', 'Ben', 'Cho'] as const;
let keys: [StaffKeyPair, StaffKeyPair, StaffKeyPair];
let pairs: PairEntry[];
beforeAll(async () => {
	keys = [await makeStaffKey(), await makeStaffKey(), await makeStaffKey()];
	const holder = (at: 0 | 1 | 2) => ({ name: names[at], age: keys[at].public.age });
	pairs = await splitRecovery([holder(0), holder(1), holder(2)]);
});

async function opened(file: Uint8Array, secret: string): Promise<string | null> {
	const decrypter = new Decrypter();
	decrypter.addIdentity(secret);
	return decrypter.decrypt(file, 'text').catch(() => null);
}

test('H7: two holders together open what is sealed to the key that both hold; no holder has more than one half of any', async () => {
	expect(pairs.map(({ name }) => name)).toEqual(['Ana|Ben', 'Ana|Cho', 'Ben|Cho']);
	for (const { key, shares } of pairs) {
		const halves: Uint8Array[] = [];
		for (const share of shares) {
			const mine = keys.filter((one) => one.public.id === share.key);
			expect(mine).toHaveLength(1);
			const text = await opened(fromBase64(share.box), mine[0]?.secret ?? '');
			const said = v.parse(RecoveryShareSchema, JSON.parse(text ?? ''));
			expect(said.recovery).toBe(key.id);
			halves.push(fromBase64(said.share));
			for (const other of keys.filter((one) => one.public.id !== share.key)) {
				expect(await opened(fromBase64(share.box), other.secret)).toBeNull();
			}
		}
		const encrypter = new Encrypter();
		encrypter.addRecipient(key.age);
		const file = await encrypter.encrypt('a grant');
		expect(await opened(file, new TextDecoder().decode(await combine(halves)))).toBe('a grant');
	}
});

test('H7: the configuration takes the entries with their three holders, and not where a holder is missing or has both shares', () => {
	const config = (staff: unknown[]) =>
		v.safeParse(BackendConfigSchema, {
			publicOrigin: 'https://haven.example',
			operator: 'Us',
			store: { kind: 'sqlite', path: 'x' },
			keyFolder: 'keys',
			wikis: [{ base: 'https://wiki.example/w' }],
			staff,
		}).success;
	const holders = names.map((name, at) => ({ role: 'recovery-share', name, key: keys[at]?.public }));
	expect(config([...holders, ...pairs])).toBe(true);
	expect(config([...holders.slice(1), ...pairs])).toBe(false);
	const [first, ...rest] = pairs;
	const both = { ...first, shares: first?.shares.map(({ box }) => ({ key: keys[0].public.id, box })) };
	expect(config([...holders, both, ...rest])).toBe(false);
});

test('the verb takes three different people with a key each', async () => {
	const ages = keys.map(({ public: { age } }) => age);
	const given = (...holders: string[]) => run(['split', ...holders.flatMap((one) => ['--holder', one])]);
	const said: unknown[] = [];
	const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(text) > 0);
	const err = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
	expect(await given(`Ana=${ages[0]}`, `Ben=${ages[1]}`)).toBe(2);
	expect(await given(`Ana=${ages[0]}`, `Ben=${ages[1]}`, 'Cho=age1')).toBe(2);
	expect(await given(`Ana=${ages[0]}`, `Ben=${ages[1]}`, `Cho=${ages[1]}`)).toBe(1);
	expect(await given(`Ana=${ages[0]}`, `Ben=${ages[1]}`, `Cho=${ages[2]}`)).toBe(0);
	out.mockRestore();
	err.mockRestore();
	expect(JSON.parse(said.join(''))).toHaveLength(3);
	expect(said.join('')).not.toContain('AGE-SECRET-KEY');
});
