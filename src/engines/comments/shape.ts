/** Likely signatures without any data of the wiki: from DiscussionTools' marks, else a link followed by the shape of a time. */
import { ELEMENT, TEXT, attribute, skipOver, type PageNode } from './node.ts';

/**
 * A likely signature. `node` is the text or element to put a button after (`(node as ChildNode).after(button)`).
 * `author` is a guess unless `id` is set: the engine decides. `timestamp` (UTC, ISO) comes from DiscussionTools only.
 */
export interface Signature {
	node: PageNode;
	author: string | null;
	authorLinkHref: string | null;
	timeText: string;
	id: string | null;
	timestamp: string | null;
}

const BLOCKS = new Set('P LI DD DT DIV TD TH TR UL OL DL TABLE H1 H2 H3 H4 H5 H6 SECTION PRE CENTER'.split(' '));
const SKIPPED = new Set('BLOCKQUOTE Q CITE SCRIPT STYLE'.split(' '));
const SKIP_CLASS = /\b(mw-notalk|references|toc)\b/;
const DIGIT = '[\\p{Nd}〇一二三四五六七八九十]';
/** A clock time, with a four-digit year on either side of it, and a time zone in brackets behind both. */
const TIME = new RegExp(
	`(?:${DIGIT}{4}.{1,60}${DIGIT}{1,3}.?[\\p{L}:.].?${DIGIT}{2}|${DIGIT}{1,3}.?[\\p{L}:.].?${DIGIT}{2}(?!${DIGIT}).{1,60}${DIGIT}{4}|${DIGIT}{3}.{0,40}${DIGIT}年.{1,40}${DIGIT})` +
		`.{0,40}?\\([^()]{1,60}\\)`,
	'su',
);
const PAGE = /[?&]title=([^/?&#]+:[^&#]+)|^[^?#]*?\/([^/?#]+:[^?#]+)/;
const ID = /^c-(.+?)-(\d{4})-?(\d\d)-?(\d\d)T?(\d\d):?(\d\d)/;

/** The names a link may stand for: [before, after] the last slash of what follows the prefix, '' where there is none. */
function namesOf(href: string): [string, string] | null {
	const [, title, path] = PAGE.exec(href.replace(/^(https?:)?\/\/[^/]+/, '')) ?? [];
	const page = title ?? path;
	if (!page) return null;
	try {
		const [, whole = ''] = /:(.*)/.exec(decodeURIComponent(page).replace(/_/g, ' ')) ?? [];
		const slash = whole.lastIndexOf('/');
		return slash < 0 ? [whole, ''] : [whole.slice(0, slash), whole.slice(slash + 1)];
	} catch {
		return null;
	}
}

/** Finds likely signatures under `root` in one pass, in document order; where DiscussionTools has marked any, only its. */
export function findSignatures(root: PageNode): Signature[] {
	const guessed: Signature[] = [];
	const marked = new Map<string, Signature>();
	let href = '';
	let author = '';
	let linked = false;
	let text = '';
	let timeText = '';
	let at: PageNode | null = root;
	while (at) {
		const name: string = at.nodeName;
		if (at.nodeType === TEXT) {
			const value: string = at.nodeValue ?? '';
			if (linked && text.length < 300) {
				text += value;
				const time: RegExpExecArray | null = value.includes(')') ? TIME.exec(text) : null;
				if (time && time.index < 100) {
					const parent: PageNode | null = at.parentNode;
					const node = parent && parent.nodeName === 'A' ? parent : at;
					timeText = time[0];
					guessed.push({
						node,
						author: author || null,
						authorLinkHref: href || null,
						timeText,
						id: null,
						timestamp: null,
					});
					linked = false;
				}
			}
		} else if (at.nodeType === ELEMENT) {
			const isSpan = name === 'SPAN';
			const end: string = isSpan ? attribute(at, 'data-mw-comment-end') : '';
			const id = end || (isSpan ? attribute(at, 'data-mw-thread-id') : '');
			const found = id && ID.exec(id);
			if (found && !(end && marked.has(id))) {
				const [, by = '', year, month, day, hour, minute] = found;
				marked.set(id, {
					node: at,
					// DiscussionTools cuts long names at 80 bytes.
					author: new TextEncoder().encode(by).length < 80 ? by.replace(/_/g, ' ') : null,
					authorLinkHref: href || null,
					timeText,
					id,
					timestamp: `${year}-${month}-${day}T${hour}:${minute}:00Z`,
				});
			}
			const style: string = attribute(at, 'class');
			if (SKIPPED.has(name) || (style && SKIP_CLASS.test(style))) {
				at = skipOver(at, root);
				continue;
			}
			if (name === 'A') {
				const link = style.includes('-timestamplink') ? null : namesOf(attribute(at, 'href'));
				if (link) {
					author = author === link[0] ? author : link[1] || link[0];
					href = attribute(at, 'href');
				} else if (style.includes('selflink') && !linked) {
					author = href = '';
				} else {
					at = at.firstChild ?? skipOver(at, root);
					continue;
				}
				linked = true;
				text = '';
				at = skipOver(at, root);
				continue;
			} else if (BLOCKS.has(name)) {
				linked = false;
				author = href = '';
			}
		}
		at = at.firstChild ?? skipOver(at, root);
	}
	return marked.size ? [...marked.values()] : guessed;
}
