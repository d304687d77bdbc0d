/** Links, inside and outside the wiki. */
import { Char, isLetter, passRun } from './chars.ts';
import type { Found } from './found.ts';
import { Kind } from './kinds.ts';
import { passText } from './scan-text.ts';

const longestScheme = 15;

/** What ends a link's target. */
function endsTarget(c: number): boolean {
	switch (c) {
		case Char.pipe:
		case Char.unbracket:
		case Char.bracket:
		case Char.brace:
		case Char.unbrace:
		case Char.less:
		case Char.greater:
		case Char.newline:
			return true;
		default:
			return false;
	}
}

/** The end of the target and of the "|" after it; the beginning where "|" or "]" does not end one. */
function passTarget(text: string, at: number): number {
	let end = at;
	while (end < text.length && !endsTarget(text.charCodeAt(end))) end++;
	if (end === at) return at;
	const c = text.charCodeAt(end);
	if (c === Char.pipe) return end + 1;
	return c === Char.unbracket ? end : at;
}

function endsUrl(c: number): boolean {
	return c === Char.blank || c === Char.tab || c === Char.double || c === Char.apostrophe || endsTarget(c);
}

export function scanBracket(text: string, at: number, found: Found): boolean {
	let end = passRun(text, at, Char.bracket);
	if (end > at + 1) return found.set(Kind.link_open, passTarget(text, end));
	const scheme = end;
	while (end < scheme + longestScheme && isLetter(text.charCodeAt(end))) end++;
	if (end > scheme) {
		if (text.charCodeAt(end) !== Char.colon) return found.set(Kind.text, passText(text, end));
		end++;
	}
	for (let slashes = 0; slashes < 2; slashes++) {
		if (text.charCodeAt(end) !== Char.slash) return found.set(Kind.text, passText(text, end));
		end++;
	}
	while (end < text.length && !endsUrl(text.charCodeAt(end))) end++;
	return found.set(Kind.external_open, end);
}
