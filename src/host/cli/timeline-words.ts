/** Says a measure of the timeline in words. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Measure } from '../../engines/timeline/hounding/model.ts';

const file = join(resolve(import.meta.dirname, '../../i18n/timeline'), 'en.json');
const english = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;

function say(key: string, ...params: (string | number)[]): string {
	return (english[key] ?? key).replace(/\$(\d)/g, (_, n: string) => String(params[Number(n) - 1] ?? ''));
}

/** Two or three sentences and, where it reads as more than chance, one that calls for care. */
export function measureInWords(measure: Measure): string {
	const { of, after, window, appearances, followed, expected, ratio, interval, reading, note } = measure;
	const [low, high] = interval ?? [0, 0];
	return [
		say('timeline-seen', of, appearances, followed, after, window, expected.toFixed(1)),
		...(ratio === null || followed === 0
			? []
			: [say('timeline-ratio', ratio.toFixed(1), low.toFixed(1), high.toFixed(1))]),
		say(`timeline-reading-${reading}`),
		...(note === null ? [say('timeline-caution')] : [say(`timeline-note-${note}`)]),
	].join(' ');
}
