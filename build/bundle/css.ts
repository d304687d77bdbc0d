/** Style sheets for the code: as text, small, and with Codex's values where a skin does not define the tokens. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { transform, type Plugin } from 'esbuild';
import { root } from '../setup/folders.ts';

let tokens: Map<string, string> | undefined;

/** Name without dashes in front → value, of Codex's light theme. */
async function tokenValues(): Promise<Map<string, string>> {
	if (tokens) return tokens;
	const folder = dirname(createRequire(import.meta.url).resolve('@wikimedia/codex-design-tokens/package.json'));
	const text = await readFile(join(folder, 'dist', 'theme-wikimedia-ui.css'), 'utf8');
	tokens = new Map(
		[...text.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
	);
	return tokens;
}

/** A token's value with the tokens in it resolved: `var(--a, var(--b, …))` all the way down. */
function withFallbacks(text: string, values: Map<string, string>): string {
	return text.replace(/var\(\s*--([a-z0-9-]+)\s*\)/g, (whole, name: string) => {
		const value = values.get(name);
		if (value === undefined) throw new Error(`${whole} is no Codex token`);
		return `var(--${name}, ${withFallbacks(value, values)})`;
	});
}

/** A sheet of ours: the token where the page (a skin, or the panel by day and night) has it, else Codex's value. */
export async function pageCss(file: string): Promise<string> {
	const text = withFallbacks(await readFile(file, 'utf8'), await tokenValues());
	return (await transform(text, { loader: 'css', minify: true, target: 'chrome109' })).code.trim();
}

/** `import css from './x.css'`: the text of the sheet. */
export const cssAsText: Plugin = {
	name: 'css-as-text',
	setup(build) {
		build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
			const ours = /^src\/(page|host|panel)\//.test(relative(root, path));
			const contents = ours
				? await pageCss(path)
				: (await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true })).code;
			return { contents, loader: 'text' };
		});
	},
};
