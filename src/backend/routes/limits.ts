/** How much a route takes: bytes of body, and which rate its callers share. */
import type { RouteName } from '../../contract/routes.ts';
import type { BackendConfig } from '../config.ts';
import { uploadLimits } from './upload.ts';

export interface Limit {
	readonly rate: keyof BackendConfig['rates'];
	/** Longest body in bytes. */
	readonly bytes: number;
}

const small = 16 * 1024;

export const limits: Readonly<Record<RouteName, Limit>> = {
	health: { rate: 'read', bytes: 0 },
	about: { rate: 'read', bytes: 0 },
	// 12,000,000 characters of sealed report, 200 grants and 50 shares of 8,000, with the words around them.
	sendReport: { rate: 'report', bytes: 14_100_000 },
	reportStatus: { rate: 'read', bytes: 0 },
	reportThread: { rate: 'read', bytes: 0 },
	sendMessage: { rate: 'report', bytes: 12_010_000 },
	withdrawReport: { rate: 'report', bytes: small },
	appealReport: { rate: 'report', bytes: 13_700_000 },
	giveFeedback: { rate: 'report', bytes: small },
	startSignIn: { rate: 'signIn', bytes: small },
	redeem: { rate: 'signIn', bytes: small },
	session: { rate: 'read', bytes: 0 },
	signOut: { rate: 'read', bytes: 0 },
	cases: { rate: 'read', bytes: 0 },
	openCase: { rate: 'read', bytes: 0 },
	caseThread: { rate: 'read', bytes: 0 },
	// 200,000 characters of a sealed message. Handlers are known, and answer many at a sitting.
	answerReporter: { rate: 'read', bytes: 210_000 },
	moveCase: { rate: 'read', bytes: 210_000 },
	issueTokens: { rate: 'read', bytes: small },
	ownStanding: { rate: 'read', bytes: 0 },
	attest: { rate: 'read', bytes: small },
	findBadFaith: { rate: 'read', bytes: small },
	liftBadFaith: { rate: 'read', bytes: small },
	openings: { rate: 'read', bytes: 0 },
	askOpening: { rate: 'read', bytes: 3 * small },
	approveOpening: { rate: 'read', bytes: small },
	...uploadLimits,
};
