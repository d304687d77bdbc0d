/** Character references: "&", a name or a number, and ";". */
import { Char, isDigit, isHex, isLetter, lower } from './chars.ts';
import type { Found } from './found.ts';
import { Kind } from './kinds.ts';
import { passText } from './scan-text.ts';

const isNameChar = (c: number): boolean => isLetter(c) || isDigit(c);

export function scanEntity(text: string, at: number, found: Found): boolean {
	let from = at + 1;
	let longest = 32;
	let belongs = isNameChar;
	if (text.charCodeAt(from) === Char.hash) {
		longest = 8;
		belongs = lower(text.charCodeAt(from + 1)) === 120 ? isHex : isDigit;
		from += belongs === isHex ? 2 : 1;
	}
	let end = from;
	while (end < from + longest && belongs(text.charCodeAt(end))) end++;
	if (end === from || text.charCodeAt(end) !== Char.semicolon) return found.set(Kind.text, passText(text, end));
	return found.set(Kind.entity, end + 1);
}
