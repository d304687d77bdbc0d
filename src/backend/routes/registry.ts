/** Every system's routes: to find, add or remove a system is to follow its name. */
import { about, health } from './about.ts';
import { cases, openCase } from './case.ts';
import type { HandlersOf } from './handler.ts';
import { reportStatus, sendReport } from './report.ts';
import { redeem, session, signOut, startSignIn } from './session.ts';

export const handlers: HandlersOf = {
	health,
	about,
	sendReport,
	reportStatus,
	startSignIn,
	redeem,
	session,
	signOut,
	cases,
	openCase,
};
