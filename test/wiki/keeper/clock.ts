/** One clock for the wiki and the clients of a test, so that days can pass. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Clock {
	/** PHP settings that make the wiki go by this clock. */
	readonly settings: string;
	now(): number;
	/** Days cannot be taken back. */
	pass(hours: number): void;
	remove(): void;
}

export function createClock(): Clock {
	const folder = mkdtempSync(join(tmpdir(), 'wikihaven-clock-'));
	const file = join(folder, 'ahead');
	let ahead = 0;
	writeFileSync(file, '0');
	return {
		settings: `
Wikimedia\\Timestamp\\ConvertibleTimestamp::setFakeTime( static function () {
	return time() + (int)file_get_contents( ${JSON.stringify(file)} );
} );`,
		now: () => Date.now() + ahead * 1000,
		pass(hours) {
			ahead += Math.round(hours * 3600);
			writeFileSync(file, String(ahead));
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
