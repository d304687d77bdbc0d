/** What the REST interface of Extension:ReportIncident takes for an emergency (`/reportincident/v0/report`). */
import * as v from 'valibot';
import { RevisionId, Title, UserName } from './primitives.ts';

/** Names and limits as its ReportHandler has them; the token is added by whoever sends it. */
export const IncidentSchema = v.object({
	page: v.optional(Title),
	reportedUser: v.optional(UserName),
	/** 0 where there is no revision. */
	revisionId: v.union([v.literal(0), RevisionId]),
	incidentType: v.literal('immediate-threat-physical-harm'),
	physicalHarmType: v.picklist(['threats-physical-harm', 'threats-self-harm', 'threats-public-harm']),
	/** In code points. */
	details: v.optional(v.pipe(v.string(), v.maxLength(1000))),
	threadId: v.optional(v.pipe(v.string(), v.maxLength(600))),
});
export type Incident = v.InferOutput<typeof IncidentSchema>;
