/** The words of the backend's own few pages, in the language that the person's browser asks for. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../i18n/backend');
/** Languages written from right to left: ISO 639 codes whose script is Arabic, Hebrew, Syriac, Thaana or N'Ko. */
const rightToLeft = /^(ar|arc|arz|azb|ckb|dv|fa|ha-arab|he|ks-arab|ku-arab|mzn|nqo|ps|sd|syc|ug|ur|yi)(-|$)/i;

export interface Words {
	readonly lang: string;
	readonly dir: 'ltr' | 'rtl';
	/** The message of a key, and English where a translation lacks it. */
	say(key: string): string;
}

function messages(lang: string): Record<string, unknown> {
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
		.sort((a, b) => b.weight - a.weight)
		.flatMap(({ tag }) => [tag, tag.split('-')[0] ?? tag]);
}

export function wordsFor(acceptLanguage: string | undefined): Words {
	const known = (tag: string): boolean => /^[a-z-]{2,20}$/.test(tag) && existsSync(join(folder, `${tag}.json`));
	const lang = wanted(acceptLanguage ?? '').find((tag) => tag !== 'qqq' && known(tag)) ?? 'en';
	const [english, own] = [messages('en'), messages(lang)];
	return {
		lang,
		dir: rightToLeft.test(lang) ? 'rtl' : 'ltr',
		say: (key) => String(own[key] ?? english[key] ?? key),
	};
}
