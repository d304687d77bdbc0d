/** What the panel asks of the keeper about a team, its keys, and ties between people. */
import * as v from 'valibot';
import { WriteEventSchema } from './case-log.ts';
import type { Verbs } from './port.ts';
import { KeyId, ReportId, UserName, WikiBase } from './primitives.ts';
import {
	AskRecoverySchema,
	LeftCasesSchema,
	RecoverableSchema,
	RecoveryListSchema,
	SharedCasesSchema,
	TiesSchema,
} from './team.ts';

const Nothing = v.object({});
const OfWiki = { wiki: WikiBase };

export const teamVerbs = {
	/** What this account and each of these did to one another, read from the wiki alone. */
	ties: {
		args: v.object({ ...OfWiki, users: v.pipe(v.array(UserName), v.maxLength(5)) }),
		answer: TiesSchema,
	},
	sharedCases: {
		args: v.object({ ...OfWiki, key: KeyId }),
		answer: SharedCasesSchema,
	},
	leftCases: { args: v.object(OfWiki), answer: LeftCasesSchema },
	recoveries: { args: v.object(OfWiki), answer: RecoveryListSchema },
	askRecovery: { args: v.object({ ...OfWiki, ...AskRecoverySchema.entries }), answer: Nothing },
	recoverable: { args: v.object({ ...OfWiki, recovery: ReportId }), answer: RecoverableSchema },
	useRecovery: {
		args: v.object({ ...OfWiki, recovery: ReportId, report: ReportId, ...WriteEventSchema.entries }),
		answer: Nothing,
	},
} as const satisfies Verbs;
export type TeamVerbs = typeof teamVerbs;
