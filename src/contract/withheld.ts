/** What went out of a report because the wiki suppressed it: sealed to oversighters alone, never to the handlers' own key. */
import * as v from 'valibot';
import { EvidenceSchema } from './evidence.ts';
import { ReportId } from './primitives.ts';

export const WithheldSchema = v.object({
	v: v.literal(1),
	withheld: v.literal('oversighters'),
	report: ReportId,
	/** As they were before; `at`: their place in the report's evidence, from 0. */
	pieces: v.pipe(
		v.array(v.object({ at: v.pipe(v.number(), v.integer(), v.minValue(0)), evidence: EvidenceSchema })),
		v.minLength(1),
	),
});
export type Withheld = v.InferOutput<typeof WithheldSchema>;
