/** What only the beginning of a line can be: indents, headings, lists, rules and the marks of tables. */
import { Char, passBlanks, passRun } from './chars.ts';
import { Kind, State } from './kinds.ts';
import { passText } from './scan-text.ts';
import type { Found } from './found.ts';

const isList = (c: number): boolean => c === Char.star || c === Char.hash || c === Char.colon || c === Char.semicolon;

function lineStart(text: string, at: number, found: Found): boolean {
	const c = text.charCodeAt(at);
	if (c === Char.blank || c === Char.tab) return found.set(Kind.indent, passBlanks(text, at));
	if (c === Char.equals) return found.set(Kind.heading_open, passRun(text, at, c));
	if (isList(c)) {
		let end = at + 1;
		while (isList(text.charCodeAt(end))) end++;
		return found.set(Kind.list_mark, end);
	}
	if (c !== Char.minus) return false;
	const end = passRun(text, at, c);
	return end > at + 3 ? found.set(Kind.rule, end) : found.set(Kind.text, passText(text, end));
}

function tableMark(text: string, at: number, found: Found): boolean {
	const c = text.charCodeAt(at);
	if (c === Char.exclamation) return found.set(Kind.table_head, at + 1);
	if (c !== Char.pipe) return false;
	switch (text.charCodeAt(at + 1)) {
		case Char.minus:
			return found.set(Kind.table_row, passRun(text, at + 1, Char.minus));
		case Char.plus:
			return found.set(Kind.table_caption, at + 2);
		case Char.unbrace:
			// But "|}}" is the end of a template with an empty last argument.
			if (text.charCodeAt(at + 2) !== Char.unbrace) return found.set(Kind.table_close, at + 2);
			return found.set(Kind.table_cell, at + 1);
		default:
			return found.set(Kind.table_cell, at + 1);
	}
}

/** Finds a mark that the state allows at `at`; false when there is none. */
export function scanLead(text: string, at: number, state: State, found: Found): boolean {
	if (state === State.lineStart && lineStart(text, at, found)) return true;
	return (state === State.lineStart || state === State.afterIndent) && tableMark(text, at, found);
}
