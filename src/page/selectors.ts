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

/**
 * Where a link to Wikihaven goes, the best first; the first list that the page has is used.
 * - Vector 2022, Vector legacy, MonoBook: `#p-tb` (core Skin::buildSidebar's toolbox).
 * - Timeless: `#p-tb` (TimelessTemplate.php, page tools).
 * - Minerva: `#p-tb` in its overflow menu where the skin shows that (PageActions.php); else its main menu's
 *   `#p-navigation` (MainMenu), because `#p-views` shows icons only.
 */
export const toolLists = ['#p-tb ul', '#p-navigation ul', '#p-personal ul', '#p-cactions ul'] as const;

/** Core EditPage/Action: set on body by OutputPage::headElement in every skin. */
export const actionClass = /\baction-([a-z]+)\b/;
/** Core Title::getNamespaceKey on body: a special page. */
export const specialPage = 'ns-special';
