/** How much a route takes: bytes of body, and which rate its callers share. */
import type { RouteName } from '../../contract/routes.ts';
import type { Rate } from './rates.ts';
import { teamLimits } from './team.ts';
import { uploadLimits } from './upload.ts';

export interface Limit {
	/** Counted before anything of the call is read. */
	readonly rate: Rate;
	/** Longest body in bytes. */
	readonly bytes: number;
}

const small = 16 * 1024;

export const limits: Readonly<Record<RouteName, Limit>> = {
	health: { rate: 'read', bytes: 0 },
	about: { rate: 'read', bytes: 0 },
	// 12,000,000 characters of sealed report, 200 grants and 50 shares of 8,000, with the words around them.
	// What it is sent with is known later: then each lane has a rate of its own.
	sendReport: { rate: 'send', bytes: 14_100_000 },
	reportStatus: { rate: 'read', bytes: 0 },
	reportThread: { rate: 'read', bytes: 0 },
	sendMessage: { rate: 'follow', bytes: 12_010_000 },
	withdrawReport: { rate: 'follow', bytes: small },
	appealReport: { rate: 'follow', bytes: 13_700_000 },
	giveFeedback: { rate: 'follow', bytes: small },
	startSignIn: { rate: 'signIn', bytes: small },
	redeem: { rate: 'signIn', bytes: small },
	session: { rate: 'read', bytes: 0 },
	signOut: { rate: 'read', bytes: 0 },
	cases: { rate: 'read', bytes: 0 },
	openCase: { rate: 'read', bytes: 0 },
	caseThread: { rate: 'read', bytes: 0 },
	caseEvents: { rate: 'read', bytes: 0 },
	// A report anew, two texts of 200,000 characters, and boxes. Handlers are known, and answer many at a sitting.
	writeEvent: { rate: 'read', bytes: 16_000_000 },
	watchCase: { rate: 'read', bytes: 0 },
	leaveCase: { rate: 'read', bytes: 0 },
	watchCases: { rate: 'read', bytes: 0 },
	waitingWork: { rate: 'read', bytes: 0 },
	hearing: { rate: 'read', bytes: 0 },
	sayInHearing: { rate: 'follow', bytes: 210_000 },
	contestDecision: { rate: 'follow', bytes: 210_000 },
	caseHearings: { rate: 'read', bytes: 0 },
	issueTokens: { rate: 'read', bytes: small },
	ownStanding: { rate: 'read', bytes: 0 },
	attest: { rate: 'read', bytes: small },
	findBadFaith: { rate: 'read', bytes: small },
	liftBadFaith: { rate: 'read', bytes: small },
	openings: { rate: 'read', bytes: 0 },
	askOpening: { rate: 'read', bytes: 3 * small },
	approveOpening: { rate: 'read', bytes: small },
	...teamLimits,
	...uploadLimits,
};
