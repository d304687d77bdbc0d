/** Small pages for the tests of the comment engine, in the shorthand of wikitext's links. */
import { findComments } from '../../../../src/engines/comments/comments.ts';
import type { Comment } from '../../../../src/engines/comments/comment.ts';
import type { WikiData } from '../../../../src/engines/comments/wiki-data.ts';
import { parsePage } from '../../../../src/host/cli/page-tree.ts';
import { englishWiki } from '../../../bench/talk-page.ts';

/** HTML from text in which `[[Page|shown]]` is a link and `~A~` a time stamp of that hour (A = 10:01, B = 11:02 …). */
export function html(text: string): string {
	return text
		.replace(/\[\[([^\]|]+)(?:\|([^\]]*))?\]\]/g, (_, page: string, shown?: string) => {
			const path = encodeURIComponent(page.replaceAll(' ', '_')).replaceAll('%2F', '/').replaceAll('%3A', ':');
			return `<a href="/wiki/${path}" title="${page}">${shown ?? page}</a>`;
		})
		.replace(/~([A-H])~/g, (_, letter: string) => `${clock(letter)}, 3 February 2024 (UTC)`);
}

function clock(letter: string): string {
	const hour = letter.charCodeAt(0) - 55;
	return `${hour}:0${hour - 9}`;
}

/** All comments of a page made by `html`. */
export const read = (text: string, wiki: WikiData = englishWiki, title = 'Talk:Lamp'): Comment[] =>
	findComments(parsePage(`<div class="mw-parser-output">${html(text)}</div>`), wiki, title);

/** `Moth A` for a comment of Moth at the time `~A~`; `?` behind it where the author is not certain. */
export const said = (comments: readonly Comment[]): string[] =>
	comments.map(({ author, timestampISO, certain }) => {
		const letter = String.fromCharCode(Number(timestampISO.slice(11, 13)) + 55);
		return `${author} ${letter}${certain ? '' : ' ?'}`;
	});
