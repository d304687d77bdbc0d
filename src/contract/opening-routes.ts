/** Routes of custodians, who open pseudonyms together. */
import * as v from 'valibot';
import { ApproveOpeningSchema, AskOpeningSchema, OpeningListSchema } from './identity.ts';
import { ReportId } from './primitives.ts';

const Nothing = v.object({});
const ById = v.object({ id: ReportId });

export const openingRoutes = {
	openings: {
		method: 'GET',
		path: '/v1/openings',
		access: 'custodian',
		summary: 'The log of asked and done openings of pseudonyms that the asking custodian holds a share of.',
		answer: OpeningListSchema,
	},
	askOpening: {
		method: 'POST',
		path: '/v1/openings',
		access: 'custodian',
		summary: 'Asks for the opening of a pseudonym, with a sealed reason.',
		body: AskOpeningSchema,
		answer: v.object({ id: ReportId }),
	},
	approveOpening: {
		method: 'POST',
		path: '/v1/openings/:id/approval',
		access: 'custodian',
		summary: 'A second custodian passes their share on.',
		params: ById,
		body: ApproveOpeningSchema,
		answer: Nothing,
	},
} as const;
