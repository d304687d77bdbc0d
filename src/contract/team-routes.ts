/** Routes of a team and its recovery keys. */
import * as v from 'valibot';
import { WriteEventSchema } from './case-log.ts';
import { KeyId, ReportId } from './primitives.ts';
import {
	AskRecoverySchema,
	LeftCasesSchema,
	RecoverableSchema,
	RecoveryListSchema,
	SharedCasesSchema,
} from './team.ts';

const Nothing = v.object({});

export const teamRoutes = {
	sharedCases: {
		method: 'GET',
		path: '/v1/team/:key/cases',
		access: 'handler',
		summary: "The asker's reports that an earlier key of this key's holder opens, and this one does not.",
		params: v.object({ key: KeyId }),
		answer: SharedCasesSchema,
	},
	leftCases: {
		method: 'GET',
		path: '/v1/team/left',
		access: 'handler',
		summary: "The asker's reports that are open to keys of people who are on no team any more.",
		answer: LeftCasesSchema,
	},
	recoveries: {
		method: 'GET',
		path: '/v1/recoveries',
		access: 'recovery',
		summary: 'The recovery keys that the caller holds with others, and what was asked to be opened with them.',
		answer: RecoveryListSchema,
	},
	askRecovery: {
		method: 'POST',
		path: '/v1/recoveries',
		access: 'recovery',
		summary: 'Asks for one report, or those of a team whose keys are lost, with a sealed reason and the own shares.',
		body: AskRecoverySchema,
		answer: Nothing,
	},
	recoverable: {
		method: 'GET',
		path: '/v1/recoveries/:id/reports',
		access: 'recovery',
		summary: 'What a second holder opens for who asked: the next hundred grants of the key that both hold.',
		params: v.object({ id: ReportId }),
		answer: RecoverableSchema,
	},
	useRecovery: {
		method: 'POST',
		path: '/v1/recoveries/:id/reports/:report',
		access: 'recovery',
		summary: 'A second holder gives one report to who asked: a grant in its log.',
		params: v.object({ id: ReportId, report: ReportId }),
		body: WriteEventSchema,
		answer: Nothing,
	},
} as const;
