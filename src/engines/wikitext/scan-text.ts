/** Plain text between tokens, and the ends of headings that it must stop before. */
import { Char, passBlanks, passRun } from './chars.ts';

/** After a run of "=" and blanks: could this be the end of a heading? */
export function headingMayEnd(text: string, at: number): boolean {
	const c = text.charCodeAt(at);
	return c === Char.newline || c === Char.less || at >= text.length;
}

/** Where the text ends whose first characters, up to `at`, are known to be text. */
export function passText(text: string, at: number): number {
	for (; at < text.length;) {
		const c = text.charCodeAt(at);
		switch (c) {
			case Char.newline:
			case Char.bracket:
			case Char.unbracket:
			case Char.pipe:
			case Char.less:
			case Char.ampersand:
				return at;
			case Char.apostrophe:
			case Char.brace:
			case Char.unbrace: {
				const end = passRun(text, at, c);
				if (end > at + 1) return at;
				at = end;
				break;
			}
			case Char.equals: {
				const end = passBlanks(text, passRun(text, at, c));
				if (headingMayEnd(text, end)) return at;
				at = end;
				break;
			}
			default:
				at++;
		}
	}
	return at;
}
