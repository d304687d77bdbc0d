/** The words of the wiki's e-mails to those on duty, in the wiki's language. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shownLanguage } from '../../domain/language/shown.ts';

const folder = resolve(import.meta.dirname, '../../i18n/duty');
type Key = 'duty-subject' | 'duty-text';

const read = (language: string): Partial<Record<Key, string>> =>
	JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Partial<Record<Key, string>>;

/** `tag`: the language of the wiki's content. */
export function dutyMail(tag: string, mainPage: string): { subject: string; text: string } {
	const [own, english] = [read(shownLanguage(tag)), read('en')];
	const say = (key: Key): string => own[key] ?? english[key] ?? key;
	return { subject: say('duty-subject'), text: say('duty-text').replaceAll('$1', mainPage) };
}
