/** What may be written in a case's log, and by whom. */

/** Written and signed by a handler. */
export const handlerKinds = [
	/** Gives the handlers a key of their own: notes are sealed to it, and their reporter never holds it. */
	'desk',
	/** The lease of five minutes: taken, given back. */
	'claim',
	'release',
	/** Whose it is until somebody says otherwise. */
	'assign',
	'step',
	'severity',
	/** To the reporter. */
	'answer',
	/** For handlers alone. */
	'note',
	'snooze',
	/** Into one case with other reports, and out of it. */
	'join',
	'part',
	/** Somebody else may read it; nobody of these keys any more. */
	'grant',
	'revoke',
	/** Something done on the wiki because of it. */
	'act',
	/** Words of a piece that the wiki has suppressed go out of the report, sealed to oversighters alone. */
	'withhold',
	/** To another team. */
	'escalate',
	/** The person reported is heard: a channel is opened; something is written to them. */
	'hearing',
	'tell',
	/** Legal hold: the first asks, the second agrees, from then on nothing is erased; the same way back. */
	'hold',
	'lift-hold',
	'export',
	'erase',
] as const;
export type HandlerKind = (typeof handlerKinds)[number];

/** Written by the service, of what people without a handler's key do, and of time. */
export const serviceKinds = [
	'received',
	'wrote',
	'withdrew',
	'appealed',
	'closed',
	'heard',
	'contested',
	'erased',
] as const;
export type ServiceKind = (typeof serviceKinds)[number];

export const isServiceKind = (kind: EventKind): boolean => (serviceKinds as readonly EventKind[]).includes(kind);

export const eventKinds = [...handlerKinds, ...serviceKinds] as const;
export type EventKind = (typeof eventKinds)[number];

/** What stays free while somebody else holds the lease: it changes nothing that they may be deciding. */
const free: readonly EventKind[] = [
	'desk',
	'note',
	'claim',
	'export',
	'hold',
	'lift-hold',
	'grant',
	// One's own, or of somebody who left: nobody has to wait until they may leave a case.
	'revoke',
	'snooze',
	'assign',
	// What is for oversighters alone does not wait.
	'withhold',
];

export const mayInterrupt = (kind: HandlerKind): boolean => free.includes(kind);

/** How bad it is, as the handlers see it: emergencies come before, whatever this says. */
export const severities = ['minor', 'serious', 'severe'] as const;
export type Severity = (typeof severities)[number];

/** A claim lasts so long (ms) without a sign of life. */
export const leaseMs = 5 * 60 * 1000;
