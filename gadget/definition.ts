/** The gadget's one line on MediaWiki:Gadgets-definition, put in and taken out without touching anybody else's. */
import { gadgetName } from './pages.ts';

/** No dependency and no requiresES6: one request less, and ResourceLoader checks the syntax for everybody alike. */
export function definitionLine(onByDefault: boolean): string {
	const options = ['ResourceLoader', ...(onByDefault ? ['default'] : []), 'type=general'];
	return `* ${gadgetName}[${options.join('|')}]|${gadgetName}.js|${gadgetName}.css`;
}

const isOurs = (line: string): boolean => new RegExp(`^\\*+\\s*${gadgetName}\\s*(\\[|\\|)`).test(line);

/** The gadget's line in a definition page; null where there is none. */
export const lineIn = (page: string): string | null => page.split('\n').find(isOurs) ?? null;

/** The page with this line in the place of ours, at the end where there was none, or without it for null. */
export function withLine(page: string, line: string | null): string {
	const lines = page.split('\n');
	const at = lines.findIndex(isOurs);
	const others = lines.filter((other) => !isOurs(other));
	if (line === null) return others.join('\n');
	if (at >= 0) return [...others.slice(0, at), line, ...others.slice(at)].join('\n');
	return page.trim() === '' ? line : `${page.replace(/\n+$/, '')}\n${line}`;
}
