/** Whom a link stands for: user page, user talk page or contributions, in any spelling that the wiki itself accepts. */
import { attribute, type PageNode } from './node.ts';
import type { WikiData } from './wiki-data.ts';

/** `far` is a user page of another wiki, `part` a page below a user's: hints, never a certainty. */
export interface UserLink {
	name: string;
	kind: 'user' | 'talk' | 'contributions' | 'far' | 'part';
}

const MARKS = /[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const IPV6 = /^[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}$/i;
const USER = 2;
const USER_TALK = 3;
const SPECIAL = -1;

/** A user name as MediaWiki writes it: blanks for underscores, first letter upper case (not Georgian), IPv6 in capitals. */
export function userName(text: string): string {
	const name = text
		.replace(MARKS, '')
		.replace(/[_\s]+/g, ' ')
		.trim();
	if (IPV6.test(name)) return name.toUpperCase();
	const first = String.fromCodePoint(name.codePointAt(0) ?? 32);
	const upper = first.toUpperCase();
	return (upper.length === first.length && !/[\u10d0-\u10ff]/.test(first) ? upper : first) + name.slice(first.length);
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

const key = (text: string): string =>
	text
		.replace(MARKS, '')
		.trim()
		.replace(/[\s_]+/g, '_')
		.toLowerCase();

/** Makes a reader of links for one page; it remembers every address it has seen. */
export function userLinks(wiki: WikiData, pageTitle: string): (link: PageNode) => UserLink | null {
	const namespaces = new Map<string, number>(Object.entries(wiki.namespaceIds).map(([name, id]) => [key(name), id]));
	for (const [id, name] of Object.entries(wiki.formattedNamespaces)) namespaces.set(key(name), Number(id));
	for (const [name, id] of [
		['user', USER],
		['user_talk', USER_TALK],
		['special', SPECIAL],
	] as const) {
		if (!namespaces.has(name)) namespaces.set(name, id);
	}
	const contributions = new Set([...wiki.specialContributions, 'Contributions'].map(key));
	const path = wiki.articlePath.replace(/^(https?:)?\/\/[^/]+/, '').split('$1')[0] ?? '/wiki/';
	const seen = new Map<string, UserLink | null>();

	function ofTitle(title: string): UserLink | null {
		const colon = title.indexOf(':', title.startsWith(':') ? 1 : 0);
		if (colon < 1) return null;
		const namespace = namespaces.get(key(title.slice(title.startsWith(':') ? 1 : 0, colon)));
		let rest = title.slice(colon + 1);
		if (namespace === SPECIAL) {
			const slash = rest.indexOf('/');
			if (slash < 0 || !contributions.has(key(rest.slice(0, slash)))) return null;
			rest = userName(rest.slice(slash + 1));
			return rest ? { name: rest, kind: 'contributions' } : null;
		}
		if (namespace !== USER && namespace !== USER_TALK) return null;
		const slash = rest.indexOf('/');
		const name = userName(slash < 0 ? rest : rest.slice(0, slash));
		if (!name) return null;
		return { name, kind: slash >= 0 ? 'part' : namespace === USER ? 'user' : 'talk' };
	}

	function ofAddress(address: string): UserLink | null {
		const local = address.replace(/^(?:https?:)?\/\/[^/]+/, '');
		const query = /[?&]title=([^&#]+)/.exec(local)?.[1];
		if (query) return ofTitle(decode(query.replace(/\+/g, ' ')));
		const bare = local.replace(/[?#].*$/s, '');
		if (bare.startsWith('./')) return ofTitle(decode(bare.slice(2)));
		if (path && bare.startsWith(path)) return ofTitle(decode(bare.slice(path.length)));
		const script = bare.indexOf('index.php/');
		return script < 0 ? null : ofTitle(decode(bare.slice(script + 10)));
	}

	return (link) => {
		const address = attribute(link, 'href');
		const known = seen.get(address);
		if (known !== undefined && address) return known;
		const classes = attribute(link, 'class');
		if (!address) return classes.includes('selflink') ? ofTitle(pageTitle) : null;
		let found: UserLink | null = null;
		if (/\bextiw\b/.test(classes)) {
			const title = attribute(link, 'title');
			const far = ofAddress(address) ?? ofTitle(title.slice(title.indexOf(':') + 1));
			found = far && far.kind !== 'part' ? { name: far.name, kind: 'far' } : null;
		} else if (/\bexternal\b/.test(classes)) {
			const far = ofAddress(address);
			found = far && far.kind !== 'part' ? { name: far.name, kind: 'far' } : null;
		} else if (!classes.includes('timestamplink')) {
			found = ofAddress(address);
		}
		seen.set(address, found);
		return found;
	};
}
