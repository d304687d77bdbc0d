/** What a link of wikitext becomes in the rendered page, as far as the comment engine looks at it. */
import type { WikiData } from '../comments/wiki-data.ts';
import { decodeReferences } from './references.ts';

const CATEGORY = 14;
const FILE = 6;

export interface RenderedLink {
	/** `A`; `IMG` for a file, whose caption is not the writer's line; `STYLE` for what shows nothing. */
	element: 'A' | 'IMG' | 'STYLE';
	attributes: Record<string, string>;
}

function percent(text: string, code: (text: string) => string): string {
	try {
		return code(text);
	} catch {
		return text;
	}
}

/** Makes the reader of link targets for one wiki. */
export function linkReader(wiki: WikiData): (target: string) => RenderedLink {
	const idOf = (prefix: string): number | undefined =>
		wiki.namespaceIds[
			prefix
				.trim()
				.toLowerCase()
				.replace(/[\s_]+/g, '_')
		];
	return (written) => {
		const target = decodeReferences(written).trim();
		const title = percent(target.replace(/^:\s*/, ''), decodeURIComponent);
		const prefix = title.slice(0, Math.max(0, title.indexOf(':')));
		const id = prefix ? idOf(prefix) : undefined;
		if (!target.startsWith(':') && id === CATEGORY) return { element: 'STYLE', attributes: {} };
		if (!target.startsWith(':') && id === FILE) return { element: 'IMG', attributes: {} };
		const href = `./${percent(title, encodeURIComponent)}`;
		const far = prefix && id === undefined && title.indexOf(':', prefix.length + 1) > 0 && !isLocal(wiki, prefix);
		return { element: 'A', attributes: far ? { href, class: 'extiw', title } : { href } };
	};
}

const isLocal = (wiki: WikiData, prefix: string): boolean =>
	Object.values(wiki.formattedNamespaces).some((name) => name.toLowerCase() === prefix.trim().toLowerCase()) ||
	/^(?:user|user[ _]talk|special)$/i.test(prefix.trim());
