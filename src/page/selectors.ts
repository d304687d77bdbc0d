/** Every selector of the wiki's own page in one place, each with the skins that have it and the source it comes from. */

/** All five skins: core OutputPage / Skin, the container of what the parser or a special page drew. */
export const content = '#mw-content-text';
/** All skins: core ParserOutput's wrapper; absent on special pages. */
export const parserOutput = '.mw-parser-output';
/** All skins, 1.43: headings wrapped by core's HandleSectionLinks; before and in Parsoid HTML bare. */
export const headings = 'h1, h2, h3, h4, h5, h6';
/** DiscussionTools CommentFormatter.php: the row with the reply link, one a comment. */
export const replyRow = '.ext-discussiontools-init-replylink-buttons';
/** DiscussionTools CommentParser.php / CommentFormatter.php: end and start of a comment. */
export const commentEnd = '[data-mw-comment-end]';
export const commentStart = (id: string): string => `[data-mw-comment-start][id="${CSS.escape(id)}"]`;
/** Blocks that a comment is written in: wikitext's lists, paragraphs and cells. */
export const commentBlocks = 'li, dd, dt, p, td, th, div, blockquote';
/** DiscussionTools and core: links that are buttons of the wiki, not words of the comment. */
export const notWords = `${replyRow}, .mw-editsection, .ext-discussiontools-init-timestamplink-icon, .wikihaven-report`;

/** Core Linker::userLink: the author of a row, in every list and on diffs of all skins. */
export const userLink = '.mw-userlink';
/** Core HistoryPager: a row of a page's history, with `data-mw-revid`. */
export const historyRow = '#pagehistory li[data-mw-revid]';
/** Core ContributionsPager: a row of somebody's contributions, and the link to its page. */
export const contributionRow = '.mw-special-Contributions .mw-contributions-list li[data-mw-revid]';
export const contributionPage = '.mw-contributions-title';
/**
 * Core ChangesList: rows of recent changes, related changes and the watchlist, plain (li), grouped (table) and nested in a
 * group (tr); with `data-mw-revid` or `data-mw-logid` and `data-mw-ts`.
 */
export const changeRow = ['revid', 'logid'].map((id) => `.mw-changeslist-line[data-mw-${id}]`).join();
/** Core ChangesList: where the row's words are, and the page it is about. */
export const changeWords = '.mw-changeslist-line-inner, td.mw-enhanced-rc-nested';
/** Core LogEventsList: a row of a log, also the extract shown on other pages. */
export const logRow = 'li[data-mw-logid]:not(.mw-changeslist-line)';
/** Core DifferenceEngine: author of the newer and the older side, and when (1.43 and newer). */
export const diffSides = '#mw-diff-ntitle2, #mw-diff-otitle2';
export const diffTime = '.mw-diff-timestamp';
/** Core SpecialBlock and SpecialEmailUser: the field with the name, where it was typed instead of being in the address. */
export const targetField = 'input[name="wpTarget"]';

/**
 * Where a link to Wikihaven goes, the best first; the first list that the page has is used. The id is on the list's box in
 * Vector 2022, Vector legacy, MonoBook and Timeless (core Skin's toolbox), on the list itself in Minerva (PageActions.php's
 * overflow menu; where a page has none, its main menu). Minerva's `#p-views` is left out, as it shows icons only.
 */
export const toolLists = ['p-tb', 'p-navigation', 'p-personal'];

/** Core OutputPage::headElement, classes of body in every skin: namespaces, and special pages by their canonical name. */
export const bodyIs = {
	special: 'ns-special',
	user: 'ns-2',
	userTalk: 'ns-3',
	file: 'ns-6',
	email: 'mw-special-Emailuser',
	block: 'mw-special-Block',
	contributions: 'mw-special-Contributions',
} as const;
