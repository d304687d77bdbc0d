/** What each kind of event does, one for every kind of the contract. */
import type { HandlerKind } from '../../../domain/case/event-kinds.ts';
import type { Effect } from './change.ts';
import { hearing, tell } from './hearing.ts';
import { erase } from './erase.ts';
import { hold, liftHold } from './hold.ts';
import { desk, grant, revoke } from './readers.ts';
import { answer, step } from './words.ts';
import { withhold } from './withhold.ts';
import { assign, claim, join, noted, part, release, severity, snooze } from './work.ts';

export const effects: { readonly [K in HandlerKind]: Effect<K> } = {
	desk,
	claim,
	release,
	assign,
	step,
	severity,
	answer,
	note: noted,
	snooze,
	join,
	part,
	grant,
	revoke,
	act: noted,
	withhold,
	escalate: grant,
	hearing,
	tell,
	hold,
	'lift-hold': liftHold,
	export: noted,
	erase,
};
