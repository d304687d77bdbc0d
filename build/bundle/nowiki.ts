/** Code and styles as the text of a wiki page, which MediaWiki would otherwise change when it is saved. */

/**
 * Wraps it in nowiki comments, so that signatures, substitutions and the pipe trick (core's pre-save transform) stay as they
 * are written. Throws when the code holds what would end the nowiki early.
 */
export function asWikiPage(code: string): string {
	if (/<\/?nowiki/i.test(code)) throw new Error('the code holds a nowiki tag, which would end the wrapping early');
	return `/* <nowiki> */\n${code.trim()}\n/* </nowiki> */\n`;
}
