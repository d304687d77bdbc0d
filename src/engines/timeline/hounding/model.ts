/** What the hounding measure is asked and what it says. */
import type { Contribution } from '../contribution.ts';
import type { Check } from './times.ts';

/** Hours. Fixed before looking: the reading rests on this window alone, others are only shown beside it. */
export const readWindow = 24;
export const shownWindows = [6, 24, 72] as const;

/** How often at most any group of people without any following may read `more-than-chance`. */
export const falseAlarmLevel = 0.01;

export interface Question {
	readonly users: readonly string[];
	/** All their edits in the range. */
	readonly edits: readonly Contribution[];
	/** Milliseconds since 1970: what happened behind it is not known. */
	readonly to: number;
	/** Pages that somebody had edited before the range, as far as known. */
	readonly known?: ReadonlyMap<string, ReadonlySet<string>>;
	/** Somebody's part of all edits of the wiki in the range, 0 to 1, where known. */
	readonly shares?: ReadonlyMap<string, number>;
}

export const checkNames = ['times', 'order', 'lists'] as const;
export type CheckName = (typeof checkNames)[number];

/** A followed page: who edited it when, by revision; times in ISO. */
export interface Followed {
	readonly page: string;
	readonly after: { readonly revision: number; readonly at: string };
	readonly by: { readonly revision: number; readonly at: string };
}

export interface Measure {
	readonly of: string;
	readonly after: string;
	/** Hours. */
	readonly window: number;
	/** Pages new to `of` in the range. */
	readonly appearances: number;
	/** Those of them where `after` had edited within the window before. */
	readonly followed: number;
	/** How many of them chance would give, by the times of both. */
	readonly expected: number;
	/** followed / expected and its 95 % interval; null where nothing is expected. */
	readonly ratio: number | null;
	readonly interval: readonly [number, number] | null;
	/** The largest p of the checks, corrected for the number of pairs (Holm). */
	readonly p: number;
	readonly level: number;
	readonly reading: 'too-little' | 'as-chance' | 'more-than-chance';
	/** What the reading rests on: too few pages or days, or the check that chance passed best; null for more than chance. */
	readonly note: 'few-pages' | 'few-days' | CheckName | null;
	/** Each way in which chance could explain it; p one-sided, not corrected. */
	readonly checks: Readonly<Record<CheckName, Check>>;
	/** Who was first where both came within the window, and on how many days that happened. */
	readonly order: { readonly before: number; readonly behind: number; readonly days: number };
	/** By how many different whole days the times were shifted: all of them, so no draw of lots comes into it. */
	readonly shifts: number;
	readonly windows: readonly { readonly hours: number; readonly followed: number; readonly expected: number }[];
	readonly pages: readonly Followed[];
}
