/** Who among the recipients is new to this device, where it has anybody to compare them with. */
import type { Recipient } from '../../contract/keeper.ts';

/** The first time, everybody is new: marking all of them would mark nobody. */
export const isFirstTime = (people: readonly Recipient[]): boolean =>
	people.every(({ fresh, trust }) => fresh && trust === 'first');

export const newcomers = (people: readonly Recipient[]): readonly Recipient[] =>
	isFirstTime(people) ? [] : people.filter(({ fresh }) => fresh);
