/** A small page of the backend's own: one document, one inline style and script, a policy that allows just those. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Words } from './words.ts';

export interface OwnPage {
	readonly html: string;
	/** Value of Content-Security-Policy. */
	readonly policy: string;
}

/** System colours follow light and dark by themselves; a page this small needs no style sheet of the wiki's. */
const style =
	':root{color-scheme:light dark;font:1rem/1.6 sans-serif}body{max-width:40rem;margin:2rem auto;padding:0 1rem}' +
	'label{display:block;margin-block-start:1rem}textarea,input{box-sizing:border-box;inline-size:100%}' +
	'textarea{min-block-size:8rem;font-family:monospace}button{margin-block:1rem;min-block-size:2.75rem;padding-inline:1rem}';

const escapes: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}

/** JSON that can stand in a script element: the only way out of one is a `<`. */
export function jsonForScript(value: unknown): string {
	return JSON.stringify(value).replace(/</g, '\\u003c');
}

const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The script that stands beside this file under that name. */
export function scriptFile(name: string): string {
	return readFileSync(join(import.meta.dirname, name), 'utf8');
}

/** `body` is HTML; `script` runs after it, null for none. */
export function ownPage(words: Words, title: string, body: string, script: string | null): OwnPage {
	const end = script === null ? '' : `<script>${script}</script>`;
	return {
		html:
			`<!doctype html><html lang="${escapeHtml(words.lang)}" dir="${words.dir}"><head><meta charset="utf-8">` +
			'<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">' +
			`<title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${body}</main>${end}</body></html>`,
		policy: [
			"default-src 'none'",
			`style-src ${sourceOf(style)}`,
			`script-src ${script === null ? "'none'" : sourceOf(script)}`,
			"base-uri 'none'",
			"form-action 'none'",
			"frame-ancestors 'none'",
		].join('; '),
	};
}
