/** Edits for tests of the timeline: what is not said is ordinary. */
import type { Contribution } from '../../../../src/engines/timeline/contribution.ts';

export const start = Date.UTC(2026, 4, 4, 9);
let last = 100;

/** `minutes` behind the start; its number is one higher than that of the edit before it, which is its parent. */
export function edit(user: string, page: string, minutes: number, more: Partial<Contribution> = {}): Contribution {
	last++;
	const namespace = page.startsWith('Talk:') ? 1 : page.startsWith('User talk:') ? 3 : 0;
	const at = start + minutes * 60_000;
	return {
		user,
		page,
		namespace,
		revision: last,
		parent: last - 1,
		at,
		summary: '',
		tags: [],
		creation: false,
		...more,
	};
}
