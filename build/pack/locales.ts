/** The one text of the manifest in every language, in the form that browsers read: `_locales/<code>/messages.json`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { shownLanguages } from '../../src/domain/language/shown.ts';
import { root } from '../setup/folders.ts';

const Messages = v.object({ 'extension-description': v.string() });

/** Browsers know the written forms of Chinese by country only (Chrome's list of locales, which Firefox follows). */
const codeOf = (language: string): string => (language === 'zh-hans' ? 'zh_CN' : language);

/** Writes them below `out`; manifest.json says `__MSG_extension_description__`, for its keys take no hyphen. */
export async function writeLocales(out: string): Promise<void> {
	for (const language of shownLanguages) {
		const file = join(root, 'src/i18n/extension', `${language}.json`);
		const message = v.parse(Messages, JSON.parse(await readFile(file, 'utf8')))['extension-description'];
		const folder = join(out, '_locales', codeOf(language));
		await mkdir(folder, { recursive: true });
		await writeFile(
			join(folder, 'messages.json'),
			`${JSON.stringify({ extension_description: { message } }, null, '\t')}\n`,
		);
	}
}
