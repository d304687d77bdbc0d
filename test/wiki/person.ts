/** What a person of the test wiki does there, as real requests under the own account. */
import { readFile } from 'node:fs/promises';
import { Api } from './api.ts';

/** The path of a page as the wiki itself links it; any other spelling is answered by a redirect. */
export function pathOf(title: string): string {
	return `/wiki/${encodeURI(title.replaceAll(' ', '_')).replaceAll('?', '%3F')}`;
}

export class Person extends Api {
	readonly name: string;

	constructor(base: string, name: string) {
		super(base);
		this.name = name;
	}

	/** Saves a page and gives the id of the new revision (0 when nothing changed). */
	async edit(title: string, text: string, summary = ''): Promise<number> {
		const answer = (await this.act({ action: 'edit', title, text, summary })) as { edit: { newrevid?: number } };
		return answer.edit.newrevid ?? 0;
	}

	/** Adds text at the end of a page, or as a new section when a heading is given. */
	async append(title: string, text: string, heading?: string): Promise<number> {
		const what = heading === undefined ? { appendtext: text } : { section: 'new', sectiontitle: heading, text };
		const answer = (await this.act({ action: 'edit', title, summary: heading ?? '', ...what })) as {
			edit: { newrevid?: number };
		};
		return answer.edit.newrevid ?? 0;
	}

	/** Blocks an account; `expiry` as MediaWiki reads it ("never", "3 days"), more parameters as in action=block. */
	block(user: string, expiry: string, reason: string, more: Record<string, string> = {}): Promise<unknown> {
		return this.act({ action: 'block', user, expiry, reason, ...more });
	}

	/** Hides parts of a revision: `hide` is "content", "comment", "user" or several with | between. */
	hideRevision(id: number, hide: string, suppress: 'yes' | 'nochange' = 'nochange'): Promise<unknown> {
		return this.act({ action: 'revisiondelete', type: 'revision', ids: id, hide, suppress, reason: 'test' });
	}

	deletePage(title: string, reason = 'test'): Promise<unknown> {
		return this.act({ action: 'delete', title, reason });
	}

	/** Uploads a picture from bytes or a file. */
	async upload(filename: string, picture: Uint8Array<ArrayBuffer> | string, text: string): Promise<void> {
		const bytes = typeof picture === 'string' ? new Uint8Array(await readFile(picture)) : picture;
		await this.act({ action: 'upload', filename, text, comment: text, ignorewarnings: true, file: new Blob([bytes]) });
	}

	/** Sets preferences or userjs-* options. */
	setOptions(options: Record<string, string>): Promise<unknown> {
		const change = Object.entries(options).map(([name, value]) => `\u001f${name}=${value}`);
		return this.act({ action: 'options', change: change.join('') });
	}

	/** The cookies of this session in the form puppeteer's browser.setCookie takes. */
	browserCookies(): { name: string; value: string; domain: string; path: string }[] {
		const domain = new URL(this.base).hostname;
		return this.cookies().map((cookie) => ({ ...cookie, domain, path: '/' }));
	}
}
