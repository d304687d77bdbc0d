/** Whether what was written meanwhile changes what a handler was about to write. */
import type { EventKind, HandlerKind } from './event-kinds.ts';

const gone: readonly EventKind[] = ['withdrew', 'erased', 'erase'];
const said: readonly EventKind[] = ['wrote', 'answer', 'appealed', 'heard', 'contested', 'tell'];

/** What each kind must be looked at again for; what nobody signed anything about is signed anew without asking. */
const touchedBy: Readonly<Record<HandlerKind, readonly EventKind[]>> = {
	desk: ['desk'],
	claim: ['claim'],
	release: [],
	assign: ['assign', 'claim'],
	step: ['step', 'closed', 'escalate', 'act', 'severity', ...said],
	severity: ['severity', 'step'],
	answer: ['step', 'closed', ...said],
	note: [],
	snooze: ['snooze'],
	join: ['join', 'part'],
	part: ['join', 'part'],
	grant: ['grant', 'revoke'],
	revoke: ['grant', 'revoke'],
	withhold: ['withhold'],
	act: ['act', 'step', 'hearing', 'heard'],
	escalate: ['escalate', 'step'],
	hearing: ['hearing', 'step'],
	tell: ['step', ...said],
	hold: ['hold', 'lift-hold'],
	'lift-hold': ['hold', 'lift-hold'],
	export: [],
	erase: ['hold', 'step', ...said],
};

export function isTouched(kind: HandlerKind, meanwhile: readonly EventKind[]): boolean {
	return meanwhile.some((other) => gone.includes(other) || touchedBy[kind].includes(other));
}
