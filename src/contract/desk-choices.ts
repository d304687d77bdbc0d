/** What a handler chose for their own desk: views of the queue and keys. It stays on their machine. */
import * as v from 'valibot';
import { clauseIds } from '../domain/conduct/clauses.ts';
import { kindIds, routeIds } from '../domain/report/kinds.ts';
import { reportStates } from '../domain/report/states.ts';
import { WikiBase } from './primitives.ts';

/** Each case is in one of them; `mine` are those of `waiting` that are the handler's own. */
export const laneIds = ['waiting', 'mine', 'snoozed', 'over'] as const;
export type LaneId = (typeof laneIds)[number];

/** Which cases are shown. */
export const DeskQuerySchema = v.object({
	lane: v.picklist(laneIds),
	state: v.nullable(v.picklist(reportStates)),
	kind: v.nullable(v.picklist(kindIds)),
	/** A numbered section. */
	clause: v.nullable(v.picklist(clauseIds)),
	route: v.nullable(v.picklist(routeIds)),
	whose: v.nullable(v.picklist(['mine', 'unassigned'])),
	overdue: v.boolean(),
	wiki: v.nullable(WikiBase),
	text: v.pipe(v.string(), v.maxLength(200)),
});
export type DeskQuery = v.InferOutput<typeof DeskQuerySchema>;

/** What a key can do at the desk. */
export const commandIds = [
	'next',
	'previous',
	'open',
	'claim',
	'note',
	'act',
	'merge',
	'snooze',
	'close',
	'select',
	'search',
	'help',
	'palette',
] as const;
export type CommandId = (typeof commandIds)[number];

export const DeskChoicesSchema = v.object({
	views: v.array(v.object({ name: v.pipe(v.string(), v.maxLength(100)), query: DeskQuerySchema })),
	/** Other keys than the usual ones, as `strokeOf` writes them; an empty one does nothing. */
	keys: v.record(v.picklist(commandIds), v.optional(v.pipe(v.string(), v.maxLength(30)))),
});
export type DeskChoices = v.InferOutput<typeof DeskChoicesSchema>;
