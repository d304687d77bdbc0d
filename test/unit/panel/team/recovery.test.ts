/** Shares in the panel: passed on to the other holder alone, and joined only with the other half of the same key. */
import { beforeAll, expect, test } from 'vitest';
import { newSecret } from '../../../../src/panel/sealing/backup.ts';
import { handlerKeysOf } from '../../../../src/panel/sealing/key-material.ts';
import { joinRecovery, passShare } from '../../../../src/panel/sealing/recovery.ts';
import type { HandlerKeys } from '../../../../src/contract/vault.ts';
import { splitRecovery, type PairEntry } from '../../../../src/host/cli/recovery-split.ts';

let keys: [HandlerKeys, HandlerKeys, HandlerKeys];
let pairs: PairEntry[];
beforeAll(async () => {
	const make = async () => handlerKeysOf(await newSecret());
	keys = [await make(), await make(), await make()];
	const holder = (at: 0 | 1 | 2, name: string) => ({ name, age: keys[at].public.age });
	pairs = await splitRecovery([holder(0, 'Ana'), holder(1, 'Ben'), holder(2, 'Cho')]);
});
const held = (pair: PairEntry | undefined, by: HandlerKeys) => ({
	key: pair?.key.id ?? '',
	share: pair?.shares.find(({ key }) => key === by.public.id)?.box ?? '',
});

test('H7: with what the first holder passed on, the second has the key that both hold', async () => {
	const [ana, ben] = keys;
	const passed = await passShare(held(pairs[0], ana), ben.public.age, ana);
	if (!passed.ok) throw new Error(passed.problem);
	const joined = await joinRecovery(held(pairs[0], ben), passed.value.box, ben);
	expect(joined.ok && joined.value.public).toMatchObject(pairs[0]?.key ?? {});
	expect(joined.ok && joined.value.age instanceof CryptoKey && joined.value.age.extractable).toBe(false);
});

test('H7: nobody else opens what was passed on, and a share of another key or the own one twice joins to nothing', async () => {
	const [ana, ben, cho] = keys;
	const passed = await passShare(held(pairs[0], ana), ben.public.age, ana);
	const other = await passShare(held(pairs[1], ana), cho.public.age, ana);
	if (!passed.ok || !other.ok) throw new Error('not passed on');
	const none = { ok: false, problem: 'key-not-found' };
	expect(await joinRecovery(held(pairs[2], cho), passed.value.box, cho)).toMatchObject(none);
	expect(await joinRecovery(held(pairs[2], ben), passed.value.box, ben)).toMatchObject(none);
	const again = await passShare(held(pairs[0], ben), ben.public.age, ben);
	expect(again.ok && (await joinRecovery(held(pairs[0], ben), again.value.box, ben))).toMatchObject(none);
	expect(await passShare(held(pairs[0], ana), ben.public.age, cho)).toMatchObject(none);
});
