/** When a handler is asked whether somebody else should look: counts of both ways, no verdict. */
import { expect, test } from 'vitest';
import type { EventType, TimelineEvent } from '../../../../src/engines/timeline/event.ts';
import { areMany, tiesOf } from '../../../../src/engines/timeline/ties.ts';

const event = (type: EventType, actor: string, target: string | null): TimelineEvent => ({
	type,
	at: '2026-05-04T09:00:00.000Z',
	actor,
	target,
	page: 'Talk:Mill',
	namespace: 1,
	revision: 7,
	log: null,
	link: '',
	summary: '',
});
const of = (...types: EventType[]) => tiesOf(types.map((type) => event(type, 'Ana', type === 'edit' ? null : 'Bo')));

test('H8: both ways count together, and editing the same page does not', () => {
	const met = [event('reply', 'Ana', 'Bo'), event('reply', 'Bo', 'Ana'), event('edit', 'Ana', null)];
	expect(tiesOf(met)).toEqual({ reply: 2, revert: 0, thanks: 0, block: 0, mention: 0 });
});

test('H8: a few words are not many, two reversals or a block with three words are', () => {
	expect(areMany(of())).toBe(false);
	expect(areMany(of('edit', 'edit', 'edit', 'edit', 'edit', 'edit', 'edit'))).toBe(false);
	expect(areMany(of('reply', 'reply', 'mention', 'thanks', 'reply'))).toBe(false);
	expect(areMany(of('reply', 'reply', 'mention', 'thanks', 'reply', 'reply'))).toBe(true);
	expect(areMany(of('revert', 'revert'))).toBe(true);
	expect(areMany(of('block', 'mention', 'mention', 'thanks'))).toBe(true);
});
