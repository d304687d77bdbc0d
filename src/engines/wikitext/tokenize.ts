/** The tokens of a page in plain TypeScript: the twin of build/wikitext/scanner.c, and what runs where WebAssembly may not. */
import { Char, passBlanks, passRun } from './chars.ts';
import { Found } from './found.ts';
import { Kind, State, stateAfter } from './kinds.ts';
import { scanEntity } from './scan-entity.ts';
import { scanLead } from './scan-lead.ts';
import { scanBracket } from './scan-link.ts';
import { TagScanner } from './scan-tag.ts';
import { headingMayEnd, passText } from './scan-text.ts';
import { StreamBuilder, type TokenStream } from './stream.ts';

function passNewlines(text: string, at: number): number {
	let end = at;
	for (let next = at; text.charCodeAt(next) === Char.newline; next = passBlanks(text, end)) end = next + 1;
	return end;
}

function scanBrace(text: string, at: number, state: State, found: Found): boolean {
	const end = passRun(text, at, Char.brace);
	if (end > at + 1) return found.set(Kind.template_open, end);
	const mayOpenTable = state === State.lineStart || state === State.afterIndent || state === State.afterList;
	if (mayOpenTable && text.charCodeAt(end) === Char.pipe) return found.set(Kind.table_open, end + 1);
	return found.set(Kind.text, passText(text, end));
}

function scanHeadingEnd(text: string, at: number, found: Found): boolean {
	const end = passRun(text, at, Char.equals);
	const after = passBlanks(text, end);
	return headingMayEnd(text, after) ? found.set(Kind.heading_close, end) : found.set(Kind.text, passText(text, after));
}

function scanNext(text: string, at: number, state: State, tags: TagScanner, found: Found): boolean {
	if (scanLead(text, at, state, found)) return true;
	const c = text.charCodeAt(at);
	switch (c) {
		case Char.newline:
			return found.set(Kind.newline, passNewlines(text, at));
		case Char.bracket:
			return scanBracket(text, at, found);
		case Char.brace:
			return scanBrace(text, at, state, found);
		case Char.pipe:
			return found.set(Kind.pipe, passRun(text, at, c));
		case Char.less:
			return tags.scan(text, at, found);
		case Char.ampersand:
			return scanEntity(text, at, found);
		case Char.equals:
			return scanHeadingEnd(text, at, found);
		case Char.unbracket: {
			const end = passRun(text, at, c);
			return found.set(end > at + 1 ? Kind.link_close : Kind.external_close, end);
		}
		case Char.unbrace:
		case Char.apostrophe: {
			const end = passRun(text, at, c);
			if (end === at + 1) return found.set(Kind.text, passText(text, end));
			return found.set(c === Char.unbrace ? Kind.template_close : Kind.quote, end);
		}
		default:
			return found.set(Kind.text, passText(text, at));
	}
}

/** Every character of `text` in exactly one token, in time linear in its length; any text is a page. */
export function tokenize(text: string): TokenStream {
	const stream = new StreamBuilder((text.length >> 3) + 16);
	const tags = new TagScanner();
	const found = new Found();
	let state: State = State.lineStart;
	for (let at = 0; at < text.length; at = found.end) {
		scanNext(text, at, state, tags, found);
		stream.add(found.kind, found.end);
		state = stateAfter(found.kind);
	}
	return stream.finish();
}
