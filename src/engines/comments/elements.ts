/** What each element of a rendered page means for comments. */

export const BLOCK = 1;
export const ITEM = 2;
export const QUOTE = 4;
export const SKIP = 8;
export const MEDIA = 16;
export const HEADING = 32;
export const BREAK = 64;
export const LINK = 128;
/** A comment does not begin here. */
export const JUMP = 256;
export const SLANT = 512;
export const LIST = 1024;
/** Folded, not hidden: a reader opens it with one click. */
export const FOLD = 2048;

const NAMES = new Map<string, number>();
const say = (names: string, meaning: number): void => {
	for (const name of names.split(' ')) NAMES.set(name, meaning);
};
say('P DIV UL OL DT TABLE THEAD TBODY TFOOT TR TD TH CAPTION HR SECTION CENTER FIGURE FIGCAPTION PRE', BLOCK);
say('ARTICLE ASIDE MAIN NAV HEADER FOOTER FORM FIELDSET DETAILS SUMMARY ADDRESS BODY HTML', BLOCK);
say('LI DD', BLOCK | ITEM);
say('DL', BLOCK | LIST);
say('BLOCKQUOTE', BLOCK | QUOTE);
say('Q CITE', QUOTE);
say('SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE TEXTAREA SELECT BUTTON', SKIP);
say('IMG VIDEO AUDIO SVG svg CANVAS IFRAME OBJECT EMBED MATH math', MEDIA);
say('H1 H2 H3 H4 H5 H6', BLOCK | HEADING);
say('BR', BREAK);
say('A', LINK);
say('I EM', SLANT);

const classes = new Map<string, number>();
const CLASSES: readonly [RegExp, number][] = [
	[
		/(?:^| )(?:mw-editsection(?:-like)?|toc|ext-discussiontools-init-(?:replylink-buttons|section-bar|replybutton))(?: |$)/,
		SKIP,
	],
	[/(?:^| )(?:mw-notalk|references|mw-references-wrap)(?: |$)/, QUOTE],
	[/(?:^|[ _-])[a-z]*quot(?:e|ed|es|ation)(?:box)?(?:$|[ _-])/i, QUOTE],
	[/(?:^| )(?:outdent-template|mw-trackedTemplate|mw-notalk)(?: |$)/, JUMP],
	[/(?:^| )mw-heading(?: |$)/, BLOCK | HEADING],
	[/collaps|navcontent|navframe|toggle|spoiler/i, FOLD],
];

/** The meaning of an element's name, in upper case. */
export const meaningOfName = (name: string): number => NAMES.get(name) ?? 0;

/** The meaning of a class attribute; there are few different ones on a page, so each is looked at once. */
export function meaningOfClass(value: string): number {
	let meaning = classes.get(value);
	if (meaning === undefined) {
		meaning = CLASSES.reduce((sum, [pattern, one]) => (pattern.test(value) ? sum | one : sum), 0);
		if (classes.size > 5000) classes.clear();
		classes.set(value, meaning);
	}
	return meaning;
}

const HIDDEN =
	/display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0[a-z%]*\s*(?:;|!|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|(?:^|[;\s])(?:(?:left|top|text-indent)\s*:\s*-\d{4}|color\s*:\s*transparent)/i;

/** Whether a style attribute hides an element from everybody. */
export const hides = (style: string): boolean => HIDDEN.test(style);
