/** H13: whether an account is locked everywhere, in the answers that api.php gives (CentralAuth: meta=globaluserinfo). */
import { expect, test } from 'vitest';
import { readGlobalLock } from '../../../src/wiki/global-lock.ts';
import type { WikiTransport } from '../../../src/wiki/transport.ts';

/** Stands in for a wiki with CentralAuth, which Debian does not have. */
const wikiThatSays =
	(globaluserinfo: object | undefined): WikiTransport =>
	() =>
		Promise.resolve({ ok: true, value: { query: globaluserinfo === undefined ? undefined : { globaluserinfo } } });

test('H13 a lock is told, and nothing is guessed where the wiki says nothing', async () => {
	const asked = (says: object | undefined) => readGlobalLock(wikiThatSays(says), 'Mallory');
	expect(await asked({ name: 'Mallory', locked: true })).toEqual({ ok: true, value: true });
	expect(await asked({ name: 'Mallory', locked: '' })).toEqual({ ok: true, value: true });
	expect(await asked({ name: 'Mallory' })).toEqual({ ok: true, value: false });
	expect(await asked({ name: 'Mallory', locked: false })).toEqual({ ok: true, value: false });
	expect(await asked({ missing: true })).toEqual({ ok: true, value: null });
	expect(await asked(undefined)).toEqual({ ok: true, value: null });
});

test('a wiki that does not answer is told as that', async () => {
	const silent: WikiTransport = () => Promise.resolve({ ok: false, problem: 'wiki-unreachable', params: [] });
	expect(await readGlobalLock(silent, 'Mallory')).toMatchObject({ ok: false });
});
