/** The duty rota: whose hour it is, over midnight and the week's end, and when the next are told. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { DutySchema } from '../../../src/contract/duty.ts';
import { onDuty, stageAfter } from '../../../src/domain/config/duty.ts';

/** A Friday. */
const at = (time: string): number => Date.parse(`2026-05-${time}:00Z`);
const rota = v.parse(DutySchema, {
	rota: [
		{ days: ['fri'], from: 8, to: 20, members: ['ana_b'] },
		{ days: ['fri'], from: 20, to: 8, members: ['Bo'] },
		{ days: ['sat', 'sun'], members: ['Chen'] },
	],
	minutes: { emergencies: 5 },
});

test('a shift has its hours of UTC, may end on the next day, and two may meet', () => {
	expect([...onDuty(rota, at('01T07:59'))]).toEqual([]);
	expect([...onDuty(rota, at('01T08:00'))]).toEqual(['Ana b']);
	expect([...onDuty(rota, at('01T20:00'))]).toEqual(['Bo']);
	expect([...onDuty(rota, at('02T07:59'))]).toEqual(['Bo', 'Chen']);
	expect([...onDuty(rota, at('03T23:59'))]).toEqual(['Chen']);
	expect([...onDuty(undefined, at('01T08:00'))]).toEqual([]);
});

test('the next are told after the minutes of the wiki, or the usual ones, and nobody comes after staff', () => {
	const minutes = (count: number): number => count * 60_000;
	expect([0, 4.9, 5, 9.9, 10, 500].map((count) => stageAfter(minutes(count), 'threat', rota))).toEqual([
		0, 0, 1, 1, 2, 2,
	]);
	expect(stageAfter(minutes(15), 'child-safety', undefined)).toBe(1);
	expect([1439, 1440, 2880].map((count) => stageAfter(minutes(count), 'conduct', rota))).toEqual([0, 1, 2]);
});

test('a rota that names no hour of the day, or no day of the week, is refused', () => {
	for (const wrong of [{ from: 25 }, { days: ['monday'] }, { to: 1.5 }]) {
		expect(v.is(DutySchema, { rota: [{ members: ['Ana'], ...wrong }] })).toBe(false);
	}
	expect(v.is(DutySchema, { minutes: { others: 0 } })).toBe(false);
});
