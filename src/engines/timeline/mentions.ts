/** Whether a text calls somebody by name: a link to their user page, in any language of namespaces. */
import { canonicalName } from '../../domain/people/names.ts';

const link = /\[\[:?([^[\]|{}#]+)[^[\]]*\]\]/g;

/**
 * Whether wikitext (a summary, added lines of a diff) links the user page, talk page or contributions page of the account.
 * `[[X:Name]]` counts whatever X is: the words for "User" differ between wikis, and a title that ends with an account's
 * name is rarely anything else.
 */
export function mentions(text: string, user: string): boolean {
	if (!text.includes('[[')) return false;
	const name = canonicalName(user);
	for (const [, target = ''] of text.matchAll(link)) {
		const colon = target.indexOf(':');
		const rest = target.slice(colon + 1);
		if (colon < 0 || rest.length < name.length) continue;
		const canonical = canonicalName(rest);
		// Special:Contributions/Name has the name behind a slash.
		if (canonical === name || canonical.split('/').some((part, i) => i < 2 && canonicalName(part) === name))
			return true;
	}
	return false;
}
