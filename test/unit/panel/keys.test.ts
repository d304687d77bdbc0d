/** A handler's keys: both from one secret, not to be taken out, and a backup that Debian's age reads. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { fromBase64Url } from '../../../src/contract/bytes.ts';
import { PublicKeySchema } from '../../../src/contract/config.ts';
import { confirmationText } from '../../../src/domain/keys/model.ts';
import { newSecret, openBackup, sealBackup, suggestPassphrase } from '../../../src/panel/sealing/backup.ts';
import { confirmSubject } from '../../../src/panel/sealing/confirm.ts';
import { handlerKeysOf } from '../../../src/panel/sealing/key-material.ts';

test('one secret gives the same two public keys every time, another secret others', async () => {
	const secret = await newSecret();
	const [one, again, other] = await Promise.all([handlerKeysOf(secret), handlerKeysOf(secret), newSecret()]);
	expect(v.parse(PublicKeySchema, one.public)).toEqual(again.public);
	expect((await handlerKeysOf(other)).public.sign).not.toBe(one.public.sign);
});

test("the public half is the one that Debian's age-keygen names", async () => {
	const secret = await newSecret();
	const named = execFileSync('age-keygen', ['-y'], { input: `${secret}\n` })
		.toString()
		.trim();
	expect((await handlerKeysOf(secret)).public.age).toBe(named);
});

test('neither private key can be taken out', async () => {
	const keys = await handlerKeysOf(await newSecret());
	for (const key of [keys.age, keys.sign]) {
		if (!(key instanceof CryptoKey)) throw new Error('no key');
		expect(key.extractable).toBe(false);
		await expect(crypto.subtle.exportKey('pkcs8', key)).rejects.toThrow();
	}
});

test('a confirmation is signed by the key it names, over the text that belongs to it alone', async () => {
	const keys = await handlerKeysOf(await newSecret());
	const outcome = await confirmSubject('key:Bo:0123:age1:x', keys);
	if (!outcome.ok) throw new Error(outcome.problem);
	expect(outcome.value.by).toBe(keys.public.id);
	const verify = await crypto.subtle.importKey('raw', fromBase64Url(keys.public.sign), 'Ed25519', false, ['verify']);
	const signature = fromBase64Url(outcome.value.signature);
	const holds = (text: string) => crypto.subtle.verify('Ed25519', verify, signature, new TextEncoder().encode(text));
	expect(await holds(confirmationText('key:Bo:0123:age1:x'))).toBe(true);
	expect(await holds(confirmationText('key:Bo:0124:age1:x'))).toBe(false);
	expect(await holds('key:Bo:0123:age1:x')).toBe(false);
});

test("a backup opens with its passphrase only, here and at the prompt of Debian's age", async () => {
	const secret = await newSecret();
	const backup = await sealBackup(secret, 'four words or more');
	expect(await openBackup(backup, 'four words or more')).toEqual({ ok: true, value: secret });
	expect(await openBackup(backup, 'four words or less')).toMatchObject({ problem: 'passphrase-wrong' });
	const folder = mkdtempSync(join(tmpdir(), 'wikihaven-backup-'));
	const [file, out] = [join(folder, 'key.age'), join(folder, 'out')];
	writeFileSync(file, backup);
	// age asks on a terminal only: script(1) gives it one.
	const input = 'four words or more\n';
	execFileSync('script', ['-qec', `age -d -o ${out} ${file}`, '/dev/null'], { input, timeout: 30_000 });
	expect(readFileSync(out, 'utf8').trim()).toBe(secret);
	rmSync(folder, { recursive: true });
});

test('other files and bare keys are told apart from backups', async () => {
	const secret = await newSecret();
	expect(await openBackup('a holiday letter', 'x')).toMatchObject({ problem: 'bad-input' });
	expect(await openBackup(`# created: today\n${secret}\n`, '')).toEqual({ ok: true, value: secret });
});

test('suggested passphrases differ and are easy to read out', () => {
	const some = Array.from({ length: 200 }, suggestPassphrase);
	expect(new Set(some).size).toBe(200);
	for (const one of some) expect(one).toMatch(/^[a-hjkmnp-z2-9]{5}(-[a-hjkmnp-z2-9]{5}){4}$/);
});
