/** A key that two people hold together: its name is both of theirs, and whoever names one of them names it. */

/** MediaWiki allows no account to have it in its name. */
const between = '|';

export const pairName = (one: string, other: string): string => `${one}${between}${other}`;

/** Everybody who must be asked before what this name holds is opened: one, or the two of a pair. */
export const peopleIn = (name: string): string[] => name.split(between);

export const isPair = (name: string): boolean => name.includes(between);
