/** When a handler whose queue is open hears that something new waits. */
import { expect, test } from 'vitest';
import { newIn } from '../../../../src/panel/features/case/duty/new-in.ts';

test('of a report that was not there, and not of one that only changed or that somebody has come to', () => {
	const known = new Set(['a', 'b']);
	expect(newIn([{ id: 'a', state: 'received' }], known)).toBe(false);
	expect(
		newIn(
			[
				{ id: 'b', state: 'triaged' },
				{ id: 'c', state: 'triaged' },
			],
			known,
		),
	).toBe(false);
	expect(
		newIn(
			[
				{ id: 'a', state: 'received' },
				{ id: 'c', state: 'received' },
			],
			known,
		),
	).toBe(true);
});
