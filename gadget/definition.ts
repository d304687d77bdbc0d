/** The gadget's lines on MediaWiki:Gadgets-definition, put in and taken out without touching anybody else's. */
import { dockName, gadgetName } from './pages.ts';

/** No dependency and no requiresES6: no request more, and ResourceLoader checks the syntax for everybody alike. */
export function definitionLines(onByDefault: boolean): string[] {
	const options = ['ResourceLoader', ...(onByDefault ? ['default'] : []), 'type=general'];
	return [
		`* ${gadgetName}[${options.join('|')}]|${gadgetName}.js|${gadgetName}.css`,
		`* ${dockName}[ResourceLoader|hidden|type=general]|${dockName}.js`,
	];
}

const isOurs = (line: string): boolean => new RegExp(`^\\*+\\s*(${gadgetName}|${dockName})\\s*[[|]`).test(line);

/** The gadget's lines in a definition page. */
export const linesIn = (page: string): string[] => page.split('\n').filter(isOurs);

/** The page with these lines in the place of ours, at the end where there were none. */
export function withLines(page: string, lines: readonly string[]): string {
	const all = page.split('\n');
	const at = all.findIndex(isOurs);
	const others = all.filter((other) => !isOurs(other));
	if (at >= 0) return [...others.slice(0, at), ...lines, ...others.slice(at)].join('\n');
	return page.trim() === '' ? lines.join('\n') : [page.replace(/\n+$/, ''), ...lines].join('\n');
}
