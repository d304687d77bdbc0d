/** How long until a deadline, or since: in the greatest unit that still says something. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface Left {
	/** Below zero once it is over. */
	readonly amount: number;
	readonly unit: 'minute' | 'hour' | 'day';
}

/** Two of a unit at least, so that the last hours are told in minutes, and never more time than there is. */
export function leftUntil(by: string, now: string): Left {
	const ms = Date.parse(by) - Date.parse(now);
	const [size, unit] =
		Math.abs(ms) >= 2 * day
			? ([day, 'day'] as const)
			: Math.abs(ms) >= 2 * hour
				? ([hour, 'hour'] as const)
				: ([minute, 'minute'] as const);
	return { amount: Math.floor(ms / size), unit };
}

/** In words of a language: "in 3 hours", "2 days ago". */
export const leftWords = (language: string, { amount, unit }: Left): string =>
	new Intl.RelativeTimeFormat(language).format(amount, unit);

/** The backend's clock, going on by this device's steady one: what its calendar is set to makes no difference. */
export function clockFrom(asked: string): () => string {
	const from = performance.now();
	const start = Date.parse(asked);
	return () => (Number.isNaN(start) ? '' : new Date(start + performance.now() - from).toISOString());
}
