/** The routes of hash checking, as part of the table of all routes. */
import * as v from 'valibot';
import { ListLogSchema } from './upload-log.ts';

export const uploadRoutes = {
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
} as const;
