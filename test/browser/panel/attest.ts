/** A backend's key and its signed word on who sends a report, as it would give it. */
import { keyIdOf, randomText, sha256, toBase64Url } from '../../../src/contract/bytes.ts';
import { commitmentText } from '../../../src/contract/reporter-verbs.ts';
import { attestationText } from '../../../src/contract/standing.ts';
import type { Attested } from '../../../src/panel/sealing/attested.ts';

const wiki = 'https://wiki.example.org/w';

export interface Attester {
	/** As the backend lists it. */
	readonly listed: { id: string; key: string; since: string };
	attest(report: string, user: string): Promise<Attested>;
}

export async function attester(): Promise<Attester> {
	const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
	const key = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
	const id = await keyIdOf(key);
	return {
		listed: { id, key, since: '2026-01-01T00:00:00.000Z' },
		async attest(report, user) {
			const salt = randomText(16);
			const commitment = toBase64Url(await sha256(commitmentText(report, salt)));
			const said = { wiki, user, commitment, at: '2026-11-21T09:00:00.000Z' };
			const bytes = await crypto.subtle.sign(
				'Ed25519',
				pair.privateKey,
				new TextEncoder().encode(attestationText(said)),
			);
			return { attestation: { v: 1, ...said, key: id, signature: toBase64Url(new Uint8Array(bytes)) }, salt };
		},
	};
}
