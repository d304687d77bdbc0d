/** The page's facts without `mw`: a content script sees the document only, so from its head, its body and its scripts. */
import type { PageFacts } from '../../contract/page-panel.ts';
import { themeOf } from '../../page/theme.ts';

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
	const link = page.querySelector('link[rel="EditURI"], link[rel="stylesheet"][href*="/load.php?"]');
	const path = /^(.*)\/(?:api|load)\.php$/.exec(new URL(link?.getAttribute('href') ?? '', page.baseURI).pathname)?.[1];
	// The API is asked where the page itself is: a page cannot send us elsewhere.
	return path === undefined ? null : page.location.origin + path;
}

/** Where the page's own address ends with its title, what stands before is the article path. */
function articlePathOf({ location: { pathname } }: Document, wiki: string, title: string): string {
	try {
		const whole = decodeURIComponent(pathname);
		const prefix = whole.slice(0, -title.length);
		if (title && whole.endsWith(`/${title}`) && pathname.startsWith(prefix)) return `${prefix}$1`;
	} catch {
		// An address that is no UTF-8 has no title in it.
	}
	return `${new URL(wiki).pathname}/index.php?title=$1`;
}

/** Core body classes; Vector's two skins share one. */
function skinOf({ classList, className }: Element): string {
	if (classList.contains('skin-vector-legacy')) return 'vector';
	return /\bskin-(vector-2022|[a-z]+)\b(?!.*\bskin-vector-2022\b)/.exec(className)?.[1] ?? 'vector-2022';
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Null where the document is not a page of a MediaWiki. Whoever receives them checks them: a page may say anything. */
export function readFacts(page: Document): PageFacts | null {
	const config = configReader(page);
	const wiki = wikiOf(page);
	const name = textOf(config('wgPageName'));
	if (wiki === null || name === null) return null;
	const { lang, dir } = page.documentElement;
	const revision = Number(config('wgRevisionId'));
	return {
		wiki,
		articlePath: articlePathOf(page, wiki, name),
		title: name.replace(/_/g, ' ') || null,
		revision: revision > 0 ? revision : null,
		language: lang || 'en',
		dir: dir === 'rtl' ? 'rtl' : 'ltr',
		theme: themeOf(page.documentElement),
		skin: skinOf(page.body),
		user: textOf(config('wgUserName')),
	};
}
