/** What may happen to a match: every step is a person's, and there is no step that a machine may take. */
import type { ClosedClassId } from './classes.ts';

/** `hint`: only a client said so yet; the stored file has not been hashed here. */
export const matchStates = ['hint', 'waiting', 'escalated', 'confirmed', 'not-a-match'] as const;
export type MatchState = (typeof matchStates)[number];

export const decisionIds = ['confirm', 'not-a-match', 'escalate'] as const;
export type DecisionId = (typeof decisionIds)[number];

const steps: Readonly<Record<MatchState, Partial<Record<DecisionId, MatchState>>>> = {
	hint: {},
	waiting: { confirm: 'confirmed', 'not-a-match': 'not-a-match', escalate: 'escalated' },
	escalated: { confirm: 'confirmed', 'not-a-match': 'not-a-match' },
	confirmed: {},
	'not-a-match': {},
};

/** The state that a decision leads to; null where it is not open for that decision. */
export function decided(state: MatchState, decision: DecisionId): MatchState | null {
	return steps[state][decision] ?? null;
}

/** `prepared` by one person, `sent` by another (it can still be taken back), `finished` or `retracted`. */
export const reportStages = ['prepared', 'sent', 'finished', 'retracted'] as const;
export type ReportStage = (typeof reportStages)[number];

export const reportSteps = ['prepare', 'send', 'finish', 'retract'] as const;
export type ReportStep = (typeof reportSteps)[number];

const stages: Readonly<Record<ReportStage, Partial<Record<ReportStep, ReportStage>>>> = {
	prepared: { send: 'sent', retract: 'retracted' },
	sent: { finish: 'finished', retract: 'retracted' },
	finished: {},
	retracted: { prepare: 'prepared' },
};

/** Why a step may not be taken: not now, or not by somebody who has prepared it. */
export type Refused = 'not-now' | 'second-person';

/** Only a confirmed match of the class child-abuse is reported; a report leaves by the hand of a second person. */
export function reportStep(
	match: { readonly class: ClosedClassId; readonly state: MatchState },
	stage: ReportStage | null,
	step: ReportStep,
	isPreparer: boolean,
): ReportStage | Refused {
	if (match.class !== 'child-abuse' || match.state !== 'confirmed') return 'not-now';
	const next = stage === null ? (step === 'prepare' ? 'prepared' : undefined) : stages[stage][step];
	if (next === undefined) return 'not-now';
	return step === 'send' && isPreparer ? 'second-person' : next;
}
