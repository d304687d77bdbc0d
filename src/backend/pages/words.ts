/** The words of the backend's own few pages, in the language that the person's browser asks for. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { directionOf, shownLanguage, type ShownLanguage } from '../../domain/language/shown.ts';

const folder = resolve(import.meta.dirname, '../../i18n/backend');
export interface Words {
	readonly lang: ShownLanguage;
	readonly dir: 'ltr' | 'rtl';
	/** The message of a key, and English where a translation lacks it. */
	say(key: string): string;
}

function messages(lang: ShownLanguage): Record<string, unknown> {
	return JSON.parse(readFileSync(join(folder, `${lang}.json`), 'utf8')) as Record<string, unknown>;
}

/** Source of the header's form: RFC 9110 section 12.5.4. */
function wanted(header: string): string[] {
	return header
		.split(',')
		.map((part) => {
			const [tag = '', weight] = part.trim().split(/;\s*q=/);
			return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) || 0 };
		})
		.filter(({ weight }) => weight > 0)
		.sort((a, b) => b.weight - a.weight)
		.map(({ tag }) => tag);
}

/** `acceptLanguage`: the header's value, the first of whose languages that is near to one of ours is taken. */
export function wordsFor(acceptLanguage: string | undefined): Words {
	const tags = wanted(acceptLanguage ?? '');
	const near = tags.find((tag) => shownLanguage(tag) !== 'en' || /^en(-|$)/.test(tag));
	const lang = shownLanguage(near ?? 'en');
	const [english, own] = [messages('en'), messages(lang)];
	return {
		lang,
		dir: directionOf(lang),
		say: (key) => String(own[key] ?? english[key] ?? key),
	};
}
