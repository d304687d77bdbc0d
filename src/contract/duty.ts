/** The schema of a wiki's duty rota, a part of MediaWiki:Wikihaven.json. */
import * as v from 'valibot';
import { weekdays } from '../domain/config/duty.ts';
import { UserName } from './primitives.ts';

const Hour = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24));
const Minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30 * 24 * 60));

export const DutySchema = v.object({
	rota: v.optional(
		v.pipe(
			v.array(
				v.object({
					days: v.optional(v.array(v.picklist(weekdays)), [...weekdays]),
					/** Hours of UTC. */
					from: v.optional(Hour, 0),
					to: v.optional(Hour, 24),
					members: v.pipe(v.array(UserName), v.maxLength(100)),
				}),
			),
			v.maxLength(100),
		),
		[],
	),
	/** Until the next are told. */
	minutes: v.optional(v.object({ emergencies: v.optional(Minutes), others: v.optional(Minutes) })),
});
