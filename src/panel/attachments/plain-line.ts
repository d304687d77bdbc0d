/** Names and headers of files that others made, as they may stand in the panel. */

/** Text on one line, without letters that turn or hide others. */
export const plainLine = (text: string, longest = 200): string =>
	text
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
		.trim()
		.slice(0, longest);
