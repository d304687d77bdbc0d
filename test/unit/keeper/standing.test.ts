/** Tokens in advance: fetched when few are left and never from a key that is not what it says it is. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { fromBase64Url, randomText } from '../../../src/contract/bytes.ts';
import { tokenKey } from '../../../src/backend/standing/token-key.ts';
import { aboutWith, genuine, origin, wiki } from './haven.ts';
import { scripted } from './scripted.ts';

const signer = tokenKey(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
const session = { origin, token: 't'.repeat(43), user: 'Mira', until: '2026-01-01T08:00:00Z' };
const account = { perDay: 10, left: 10, slowedUntil: null };

const aboutTokens = (tokens: object | null) => ({
	json: { ...aboutWith([genuine]), standing: { work: { bits: 0 }, tokens } },
});
const listed = { key: signer.id, spki: signer.spki, perDay: 10 };

/** A keeper of somebody signed in who has so many tokens, and a backend that signs. */
async function signedIn(had: number, answers: Parameters<typeof scripted>[0] = {}) {
	const made = await scripted({
		'GET /v1/standing': { json: account },
		'GET /v1/about': aboutTokens(listed),
		...answers,
	});
	await made.vault.put('sessions', wiki, session);
	for (let count = 0; count < had; count++) {
		const token = { key: signer.id, message: 'm'.repeat(86), signature: 's'.repeat(342) };
		await made.vault.put('tokens', randomText(16), { origin, wiki, token });
	}
	return made;
}
const routesOf = (asked: readonly { route: string }[]): string[] => asked.map(({ route }) => route);

test('nobody signed in: no account, nothing asked, and the backend’s word is not to be had', async () => {
	const { keeper, asked } = await scripted({});
	expect(await keeper.standing({ wiki })).toEqual({ ok: true, value: { tokens: 0, account: null } });
	expect(await keeper.attest({ wiki, commitment: 'c'.repeat(43) })).toMatchObject({ problem: 'not-signed-in' });
	expect(asked).toEqual([]);
});

test('enough tokens: none are fetched; few: as many as are wanted and left', async () => {
	const enough = await signedIn(4);
	expect(await enough.keeper.standing({ wiki })).toMatchObject({ value: { tokens: 4, account } });
	expect(routesOf(enough.asked)).toEqual(['GET /v1/standing']);
	for (const [had, left, wanted] of [
		[3, 10, 7],
		[0, 2, 2],
		[0, 0, 0],
	] as const) {
		const given = { 'GET /v1/standing': { json: { ...account, left } } };
		const few = await signedIn(had, { ...given, 'POST /v1/tokens': { json: { signatures: [] } } });
		await few.keeper.standing({ wiki });
		const asked = few.asked.find(({ route }) => route === 'POST /v1/tokens')?.body as { blinded: string[] } | undefined;
		expect(asked?.blinded.length ?? 0).toBe(wanted);
	}
});

test('a token is kept only with a true signature', async () => {
	const wrong = { json: { signatures: Array.from({ length: 10 }, () => 'A'.repeat(342)) } };
	const { keeper, vault } = await signedIn(0, { 'POST /v1/tokens': wrong });
	expect(await keeper.standing({ wiki })).toMatchObject({ problem: 'server-error' });
	expect(await vault.all('tokens')).toEqual([]);
});

test('a key by another’s name, of another backend, or none at all: nothing is signed', async () => {
	const marked = tokenKey(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
	const elsewhere = {
		json: { ...aboutWith([genuine], 'https://other.example'), standing: aboutTokens(listed).json.standing },
	};
	for (const [about, outcome] of [
		[aboutTokens({ ...listed, spki: marked.spki }), { problem: 'server-error' }],
		[elsewhere, { problem: 'wrong-origin' }],
		[aboutTokens(null), { ok: true, value: { tokens: 0 } }],
	] as const) {
		const { keeper, asked } = await signedIn(0, { 'GET /v1/about': about });
		expect(await keeper.standing({ wiki })).toMatchObject(outcome);
		expect(routesOf(asked)).not.toContain('POST /v1/tokens');
	}
	expect(createHash('sha256').update(signer.spki).digest('hex').slice(0, 16)).toBe(signer.id);
	expect(fromBase64Url(signer.spki).length).toBeGreaterThan(256);
});

test('the session ended meanwhile: there is no account any more, and what was kept stays', async () => {
	const ended = { status: 401, json: { problem: 'session-expired', params: [] } };
	const { keeper, vault } = await signedIn(2, { 'GET /v1/standing': ended });
	expect(await keeper.standing({ wiki })).toEqual({ ok: true, value: { tokens: 2, account: null } });
	expect(await vault.get('sessions', wiki)).toBeUndefined();
	expect(await keeper.standing({ wiki })).toEqual({ ok: true, value: { tokens: 2, account: null } });
});
