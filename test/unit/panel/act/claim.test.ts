/** “Work begun” stands in a case's history once, however often somebody who holds the lease acts. */
import { expect, test } from 'vitest';
import { done, failed, type Outcome } from '../../../../src/contract/problem.ts';
import { claimOnce } from '../../../../src/panel/features/case/act/claim.ts';
import { opened } from '../case/rows.ts';

const [mine, theirs] = ['a'.repeat(16), 'b'.repeat(16)];
const until = '2026-11-22T10:05:00.000Z';

/** What is answered, and how often a claim was written. */
async function claimed(lease: string | null, written: Outcome<unknown> = done({})) {
	const { row } = opened('one', {
		lease: lease === null ? null : { key: lease, until },
		grants: [{ key: mine, box: '', desk: null }],
	});
	let claims = 0;
	const answer = await claimOnce(
		() => Promise.resolve(done({ row })),
		() => {
			claims += 1;
			return Promise.resolve(written);
		},
	);
	return { answer, claims };
}

test('who has claimed the case writes no second claim before acting', async () => {
	expect(await claimed(mine)).toEqual({ answer: done(null), claims: 0 });
});

test('a case that nobody works on is claimed', async () => {
	expect(await claimed(null)).toEqual({ answer: done({}), claims: 1 });
});

test('a case that somebody else works on is asked for, and their lease stands', async () => {
	const answer = failed('conflict');
	expect(await claimed(theirs, answer)).toEqual({ answer, claims: 1 });
});

test('without an answer about the lease nothing is claimed and nothing begins', async () => {
	const answer = await claimOnce(
		() => Promise.resolve(failed('backend-unreachable')),
		() => Promise.reject(new Error('claimed all the same')),
	);
	expect(answer).toEqual(failed('backend-unreachable'));
});
