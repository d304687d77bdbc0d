/** The part of the configuration that says how long cases are kept. */
import * as v from 'valibot';
import { usualDays } from '../../domain/case/retention.ts';

const Days = v.pipe(v.number(), v.integer(), v.minValue(1));

export const RetentionConfigSchema = v.object({
	withdrawn: v.optional(Days, usualDays.withdrawn),
	decided: v.optional(Days, usualDays.decided),
	urgent: v.optional(Days, usualDays.urgent),
	undecided: v.optional(Days, usualDays.undecided),
});
