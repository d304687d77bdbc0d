/** Every system's routes: to find, add or remove a system is to follow its name. */
import { about, health } from './about.ts';
import { appealReport } from './appeal.ts';
import { findBadFaith, liftBadFaith } from './bad-faith.ts';
import { cases, openCase } from './case.ts';
import { leaveCase, watchCase, watchCases } from './case-live.ts';
import { caseEvents, writeEvent } from './case-log.ts';
import { caseThread } from './case-thread.ts';
import { waitingWork } from './duty.ts';
import { giveFeedback, reportStatus, reportThread, sendMessage, withdrawReport } from './follow.ts';
import type { HandlersOf } from './handler.ts';
import { caseHearings, contestDecision, hearing, sayInHearing } from './hearing.ts';
import { approveOpening, askOpening, openings } from './openings.ts';
import { sendReport } from './report.ts';
import { redeem, session, signOut, startSignIn } from './session.ts';
import { attest, issueTokens, ownStanding } from './standing.ts';
import { teamHandlers } from './team.ts';
import { uploadHandlers } from './upload.ts';

export const handlers: HandlersOf = {
	health,
	about,
	sendReport,
	reportStatus,
	reportThread,
	sendMessage,
	withdrawReport,
	appealReport,
	giveFeedback,
	startSignIn,
	redeem,
	session,
	signOut,
	cases,
	openCase,
	caseThread,
	caseEvents,
	writeEvent,
	watchCase,
	leaveCase,
	watchCases,
	waitingWork,
	issueTokens,
	ownStanding,
	attest,
	findBadFaith,
	liftBadFaith,
	openings,
	askOpening,
	approveOpening,
	hearing,
	sayInHearing,
	contestDecision,
	caseHearings,
	...teamHandlers,
	...uploadHandlers,
};
