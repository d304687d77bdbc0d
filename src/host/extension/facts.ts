/** The page's facts without `mw`: a content script sees the document only, so from its head, its body and its scripts. */
import * as v from 'valibot';
import { PageFactsSchema, type PageFacts } from '../../contract/page-panel.ts';

/** Core OutputPage writes the page's configuration as an object literal; older ones abbreviate booleans to `!0`. */
function configReader(page: Document): (name: string) => unknown {
	const text = Array.from(page.scripts, (script) => (script.src ? '' : script.textContent)).find((code) =>
		/\bRLCONF\s*=/.test(code),
	);
	return (name) => {
		const found = new RegExp(`"${name}":("(?:[^"\\\\]|\\\\.)*"|-?\\d+|null)`).exec(text ?? '')?.[1];
		try {
			return found === undefined ? undefined : JSON.parse(found);
		} catch {
			return undefined;
		}
	};
}

/** Script path by core's EditURI link, else by the style sheets that ResourceLoader serves; in every skin's head. */
function wikiOf(page: Document): string | null {
	const rsd = page.querySelector('link[rel="EditURI"]')?.getAttribute('href');
	const load = page.querySelector('link[rel="stylesheet"][href*="/load.php?"]')?.getAttribute('href');
	const found = rsd ?? load;
	if (!found) return null;
	const url = new URL(found, page.location.href);
	// The API is asked where the page itself is: a page cannot send us elsewhere.
	const path = /^(.*)\/(?:api|load)\.php$/.exec(url.pathname)?.[1];
	return path === undefined ? null : page.location.origin + path;
}

/** Where the page's own address ends with its title, what stands before is the article path. */
function articlePathOf(page: Document, wiki: string, title: unknown): string {
	const path = page.location.pathname;
	const plain = typeof title === 'string' ? title : '';
	try {
		const whole = decodeURIComponent(path);
		if (plain && whole.endsWith(`/${plain}`)) {
			const prefix = whole.slice(0, -plain.length);
			if (path.startsWith(prefix)) return `${prefix}$1`;
		}
	} catch {
		// An address that is no UTF-8 has no title in it.
	}
	return `${new URL(wiki).pathname}/index.php?title=$1`;
}

function themeOf(page: Document): PageFacts['theme'] {
	const style = page.documentElement.className;
	if (/\bskin-theme-clientpref-night\b/.test(style)) return 'night';
	return /\bskin-theme-clientpref-os\b/.test(style) ? 'os' : 'day';
}

/** Core body classes; Vector's two skins share one. */
function skinOf(page: Document): string {
	const skin = /\bskin-([a-z]+)/.exec(page.body.className.replace(/\bskin--\S+/g, ''))?.[1] ?? '';
	if (skin !== 'vector') return skin;
	return page.body.classList.contains('skin-vector-legacy') ? 'vector' : 'vector-2022';
}

/** Null where the document is not a page of a MediaWiki. */
export function readFacts(page: Document): PageFacts | null {
	const config = configReader(page);
	const wiki = wikiOf(page);
	const name = config('wgPageName');
	if (!wiki || name === undefined) return null;
	const { lang, dir } = page.documentElement;
	const revision = config('wgRevisionId');
	const facts = v.safeParse(PageFactsSchema, {
		wiki,
		articlePath: articlePathOf(page, wiki, name),
		title: typeof name === 'string' ? name.replace(/_/g, ' ') : null,
		revision: typeof revision === 'number' && revision > 0 ? revision : null,
		language: lang || 'en',
		dir: dir === 'rtl' ? 'rtl' : 'ltr',
		theme: themeOf(page),
		skin: skinOf(page),
		user: config('wgUserName') ?? null,
	});
	return facts.success ? facts.output : null;
}
