/** The keys of one of staff: the one in force, and those it replaced. */
import type { BackendConfig } from '../config.ts';

type Staff = BackendConfig['staff'][number];

/** Ids of every key they ever had here: what was sealed to a former one stays theirs to open. */
export const keysOfStaff = ({ key, former }: Staff): string[] => [key.id, ...former.map((one) => one.id)];

/** Ids that something new may be sealed to at this time (ms): a report may wait in an outbox while its key is replaced. */
export const keysInForce = ({ key, former }: Staff, now: number): string[] => [
	key.id,
	...former.filter((one) => now < Date.parse(one.until)).map((one) => one.id),
];
