/** H12 The desk's keys: what a key press is called, what it does, and other keys for those who want them. */
import { expect, test } from 'vitest';
import { commandIds } from '../../../../src/contract/desk-choices.ts';
import { allOff, bindingsOf, commandOf, rebound } from '../../../../src/panel/features/case/keys/bindings.ts';
import { foundItems } from '../../../../src/panel/features/case/keys/palette-find.ts';
import { isFree, strokeOf, writesText } from '../../../../src/panel/features/case/keys/strokes.ts';

type Pressed = Parameters<typeof strokeOf>[0];
const press = (key: string, part: Partial<Pressed> = {}): string | null =>
	strokeOf({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...part });

test.each<[string, Partial<Pressed>, string | null]>([
	['j', {}, 'j'],
	['?', {}, '?'],
	['F2', {}, 'F2'],
	['k', { ctrlKey: true }, 'Ctrl+K'],
	['k', { metaKey: true }, 'Ctrl+K'],
	// Layouts that write no Latin letters: Arabic, Hindi, Russian.
	['ت', { code: 'KeyJ' }, 'j'],
	['र', { code: 'KeyJ' }, 'j'],
	['л', { code: 'KeyK', ctrlKey: true }, 'Ctrl+K'],
	['é', {}, 'é'],
	[' ', {}, null],
	['j', { isComposing: true }, null],
	['j', { altKey: true }, null],
	['Shift', {}, null],
	['Tab', {}, null],
	['Escape', {}, null],
])('H12 %s %o is %s', (key, part, stroke) => {
	expect(press(key, part)).toBe(stroke);
});

test('H12 every command has a key of its own, and none that lists and buttons need', () => {
	const keys = Object.values(bindingsOf({}));
	expect(new Set(keys).size).toBe(commandIds.length);
	for (const key of keys) expect(isFree(key), key).toBe(true);
	for (const key of ['Enter', 'ArrowDown', 'Ctrl+C']) expect(isFree(key), key).toBe(false);
	expect([writesText('j'), writesText('Ctrl+K')]).toEqual([true, false]);
});

test('H12 another key does it instead, the usual one is not written down, and all can be off', () => {
	const changed = rebound({}, 'claim', 'g');
	expect(commandOf(bindingsOf(changed), 'g')).toBe('claim');
	expect(commandOf(bindingsOf(changed), 'c')).toBeUndefined();
	expect(rebound(changed, 'claim', 'c')).toEqual({});
	expect(commandOf(bindingsOf({ claim: '' }), '')).toBeUndefined();
	const off = bindingsOf(allOff);
	expect(commandIds.filter((id) => off[id] !== '')).toEqual(['palette']);
});

test('H12 the palette finds by letters of every typed word, what begins with them first', () => {
	const items = ['Unclaim', 'Claim it', 'Réclame: Insults'].map((label) => ({ id: label, label, note: '', run() {} }));
	expect(foundItems(items, 'cla').map(({ id }) => id)).toEqual(['Claim it', 'Unclaim', 'Réclame: Insults']);
	expect(foundItems(items, 'insu recl').map(({ id }) => id)).toEqual(['Réclame: Insults']);
	expect(foundItems(items, '')).toHaveLength(3);
});
