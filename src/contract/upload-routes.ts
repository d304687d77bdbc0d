/** The routes of hash checking, as part of the table of all routes. */
import * as v from 'valibot';
import { closedClassIds } from '../domain/upload/classes.ts';
import { ListLogSchema } from './upload-log.ts';
import {
	DecidedSchema,
	DecideSchema,
	LookSchema,
	MatchId,
	MatchListSchema,
	MatchSchema,
	PreservedSchema,
	ReportedSchema,
	ReportStepSchema,
} from './upload-review.ts';
import { DuplicatesSchema, FileHashesSchema, WikiListAnswerSchema } from './upload.ts';

const ById = v.object({ id: MatchId });

export const uploadRoutes = {
	uploadSubmit: {
		method: 'POST',
		path: '/v1/upload/submissions',
		access: 'session',
		summary: 'Takes the hashes of a file that is about to be uploaded; the answer is always the same.',
		body: FileHashesSchema,
		answer: v.object({}),
	},
	uploadDuplicates: {
		method: 'POST',
		path: '/v1/upload/duplicates',
		access: 'session',
		summary: 'Files of the wiki that are the same, or look alike.',
		body: FileHashesSchema,
		answer: DuplicatesSchema,
	},
	uploadWikiLists: {
		method: 'POST',
		path: '/v1/upload/wiki-lists',
		access: 'session',
		summary: 'What the lists say that the wiki itself publishes: warn, hold, or nothing.',
		body: FileHashesSchema,
		answer: WikiListAnswerSchema,
	},
	uploadListLog: {
		method: 'GET',
		path: '/v1/upload/list-log',
		access: 'anyone',
		summary: 'Signed commitments to every version of every hash list, oldest first, at most 500 after `after`.',
		query: v.object({
			after: v.optional(v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,14})$/), v.transform(Number))),
		}),
		answer: ListLogSchema,
	},
	uploadMatches: {
		method: 'GET',
		path: '/v1/upload/matches',
		access: 'reviewer',
		summary: 'Matches of a class that the asking person reviews, open ones unless told, the oldest first.',
		query: v.object({
			class: v.picklist(closedClassIds),
			state: v.optional(v.picklist(['open', 'decided'])),
			after: v.optional(v.pipe(v.string(), v.maxLength(60))),
		}),
		answer: MatchListSchema,
	},
	uploadLook: {
		method: 'POST',
		path: '/v1/upload/matches/:id/looks',
		access: 'reviewer',
		summary: 'Opens one match, which is kept; not found for who does not review its class.',
		params: ById,
		body: LookSchema,
		answer: MatchSchema,
	},
	uploadDecide: {
		method: 'POST',
		path: '/v1/upload/matches/:id/decisions',
		access: 'reviewer',
		summary: 'One legal step of a match; to confirm preserves the file first.',
		params: ById,
		body: DecideSchema,
		answer: DecidedSchema,
	},
	uploadReport: {
		method: 'POST',
		path: '/v1/upload/matches/:id/report',
		access: 'reviewer',
		summary: 'One step of the report to the CyberTipline: prepared by one person, sent by another.',
		params: ById,
		body: ReportStepSchema,
		answer: ReportedSchema,
	},
	uploadPreserved: {
		method: 'GET',
		path: '/v1/upload/matches/:id/preserved',
		access: 'reviewer',
		summary: 'The preserved file, sealed to the staff key.',
		params: ById,
		answer: PreservedSchema,
	},
} as const;
