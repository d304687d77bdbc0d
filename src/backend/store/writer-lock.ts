/** Keeps a second process from writing the same SQLite store: a lock that the system lets go when its holder dies. */
import { DatabaseSync } from 'node:sqlite';

/**
 * Takes the lock beside the store; answers the function that gives it back, or null when another process has it. It is an
 * exclusive transaction on an empty database of its own: no process id that could belong to somebody else after a crash.
 */
export function takeWriterLock(path: string): (() => void) | null {
	const lock = new DatabaseSync(`${path}.lock`, { timeout: 0 });
	try {
		lock.exec('begin exclusive');
	} catch (error) {
		lock.close();
		if (error instanceof Error && /locked|busy/i.test(error.message)) return null;
		throw error;
	}
	return () => lock.close();
}
