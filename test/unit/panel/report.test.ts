/** What the report form derives by itself: who is named, and evidence when the wiki cannot be asked. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { EvidenceSchema } from '../../../src/contract/evidence.ts';
import type { Target } from '../../../src/contract/target.ts';
import { namedIn, userNameOf } from '../../../src/panel/features/report/named.ts';
import { unconfirmed } from '../../../src/panel/evidence/unconfirmed.ts';
import { paddedJson } from '../../../src/panel/sealing/pad.ts';

const target: Target = { type: 'comment', wiki: 'https://wiki.example.org/w', author: 'Mallory', page: 'Talk:A & B' };

test('typed names are written as the wiki writes them', () => {
	expect(userNameOf('  jane_Doe ')).toBe('Jane Doe');
	expect(userNameOf('@éva')).toBe('Éva');
	expect(userNameOf('')).toBe('');
});

test('the clicked author and the one the wiki knows are both named, and everybody once', () => {
	const evidence = {
		...unconfirmed({ ...target, author: 'Trent' }),
		addedBy: { revision: 4, user: 'Oscar', at: '2026-11-20T10:00:00Z' },
	};
	expect(namedIn(target, evidence, ['mallory', 'Peggy', ' '])).toEqual(['Mallory', 'Trent', 'Oscar', 'Peggy']);
	expect(namedIn({ ...target, author: null }, null, [])).toEqual([]);
});

test.each<[string, Partial<Target>, string]>([
	['a comment', { shownRevision: 41 }, 'title=Talk%3AA+%26+B&oldid=41'],
	['a revision', { revision: 40, shownRevision: 41 }, 'oldid=40'],
	['a log entry', { logId: 9 }, 'title=Special%3ALog&logid=9'],
	['a user', { page: undefined, type: 'user' }, 'title=User%3AMallory'],
])('%s has an address although the wiki could not be asked, and is marked', (_, part, address) => {
	const evidence = v.parse(EvidenceSchema, unconfirmed({ ...target, ...part }));
	expect(evidence.permalink).toContain(address);
	expect(evidence.state).toBe('unconfirmed');
});

test('padding fills whole steps and does not change what is said', () => {
	for (const text of ['', 'x'.repeat(90), 'ä'.repeat(60)]) {
		const bytes = paddedJson({ text }, 64);
		expect(bytes.length % 64).toBe(0);
		expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual({ text });
	}
});
