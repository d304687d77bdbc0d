/** The clauses of the Universal Code of Conduct by immutable id; their words are read from the wiki at run time. */

/**
 * Ids follow the policy's own section numbers; a bullet is its section and a short English name.
 * Source: Foundation wiki, Policy:Universal Code of Conduct, as listed in the design's facts (conduct).
 */
export const clauseIds = [
	'ucoc:1',
	'ucoc:2',
	'ucoc:2.1',
	'ucoc:2.1.empathy',
	'ucoc:2.1.good-faith',
	'ucoc:2.1.names',
	'ucoc:2.2',
	'ucoc:2.2.civility',
	'ucoc:2.2.collegiality',
	'ucoc:2.2.mentorship',
	'ucoc:2.2.lookout',
	'ucoc:2.2.credit',
	'ucoc:3',
	'ucoc:3.1',
	'ucoc:3.1.insults',
	'ucoc:3.1.sexual',
	'ucoc:3.1.threats',
	'ucoc:3.1.encouraging-harm',
	'ucoc:3.1.doxing',
	'ucoc:3.1.hounding',
	'ucoc:3.1.trolling',
	'ucoc:3.2',
	'ucoc:3.2.office',
	'ucoc:3.2.seniority',
	'ucoc:3.2.manipulation',
	'ucoc:3.3',
	'ucoc:3.3.removal',
	'ucoc:3.3.manipulating',
	'ucoc:3.3.hate',
	'ucoc:3.3.symbols',
] as const;

export type ClauseId = (typeof clauseIds)[number];

/** The numbered section a clause belongs to, which is all that a stored row may say: `ucoc:3.1.doxing` is in `ucoc:3.1`. */
export function sectionOf(clause: ClauseId): ClauseId {
	const section = /^ucoc:\d(?:\.\d)?/.exec(clause)?.[0];
	return clauseIds.find((id) => id === section) ?? clause;
}
