/** Keys and targets that the panel's tests share. */
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { keyIdOf } from '../../../src/contract/bytes.ts';
import type { Intent } from '../../../src/contract/page-panel.ts';

export interface Person {
	readonly name: string;
	readonly team: string;
	readonly secret: string;
	readonly age: string;
	readonly id: string;
	readonly fresh?: boolean;
}

export async function personOf(name: string, team: string, fresh = false): Promise<Person> {
	const secret = await generateX25519Identity();
	const age = await identityToRecipient(secret);
	return { name, team, secret, age, id: await keyIdOf(age), fresh };
}

export const quote = 'You are a fool, and everybody here knows it. Leave this wiki before I make you leave.';

export const comment: Intent = {
	system: 'report',
	target: {
		type: 'comment',
		wiki: 'https://wiki.example.org/w',
		page: 'Talk:Rivers',
		shownRevision: 41,
		author: 'Mallory',
		at: '2026-11-20T10:00:00Z',
		quote,
		commentId: 'c-Mallory-20261120100000-Rivers',
	},
};
