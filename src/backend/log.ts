/** The log: method, route pattern, status and time, and of an error its name and place. Nothing else can get in. */
import { pino, type DestinationStream, type LevelWithSilent } from 'pino';

/** All that a line may hold; a field that is not here is dropped. */
const allowed = new Set([
	'method',
	'route',
	'status',
	'ms',
	'error',
	'code',
	'place',
	'port',
	'problem',
	'store',
	'steps',
	'rows',
]);

export interface Log {
	info(message: string, fields?: Record<string, string | number>): void;
	warn(message: string, fields?: Record<string, string | number>): void;
	/** Name, code and stack places of an error; never its message, which may quote what somebody sent. */
	error(message: string, error: unknown): void;
}

function placeOf(error: unknown): Record<string, string> {
	if (!(error instanceof Error)) return { error: typeof error };
	const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
	const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	return { error: error.name, ...code, place: frames.slice(0, 6).join('\n') };
}

export function openLog(level: LevelWithSilent, to: DestinationStream = pino.destination(1)): Log {
	const log = pino(
		{
			level,
			base: null,
			formatters: {
				log: (fields) => Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name))),
			},
		},
		to,
	);
	return {
		info: (message, fields = {}) => log.info(fields, message),
		warn: (message, fields = {}) => log.warn(fields, message),
		error: (message, error) => log.error(placeOf(error), message),
	};
}
