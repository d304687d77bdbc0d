/** Builds everything into dist: the extension for both browsers, the gadget and its panel, the archives, the sizes. */
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { buildExtensionScripts, buildGadget, buildPanel } from './bundle/code.ts';
import { pageCss } from './bundle/css.ts';
import { asWikiPage } from './bundle/nowiki.ts';
import { partSizes } from './bundle/parts.ts';
import { lock } from './lock.mjs';
import { writeLocales } from './pack/locales.ts';
import { manifestFor, type Browser } from './pack/manifest.ts';
import { icon } from './pack/png.ts';
import { zip, type ZipEntry } from './pack/zip.ts';
import { root } from './setup/folders.ts';
import { grammarIsIntact, wikitextAssets } from './wikitext/assets.ts';
import { overBudget, sizeOf, type Size } from './sizes.ts';

export const dist = join(root, 'dist');
const at = (path: string): string => join(root, path);
const iconSizes = [16, 32, 48, 128];

async function filesIn(folder: string): Promise<ZipEntry[]> {
	const found = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	return Promise.all(
		files.map(async (file) => ({
			name: relative(folder, file).split(sep).join('/'),
			bytes: new Uint8Array(await readFile(file)),
		})),
	);
}

/** Folders of messages that are built into code or read by the backend, and so not fetched by a panel. */
const notOfPanel = ['page', 'dock', 'backend', 'extension', 'gadget'];

/** What a panel loads by name, beside its code: the messages of every language but English, which is built in. */
async function copyMessages(out: string): Promise<void> {
	await cp(at('src/i18n'), join(out, 'i18n'), {
		recursive: true,
		filter: (from) =>
			!/\b(en|qqq)\.json$/.test(from) && !notOfPanel.includes(relative(at('src/i18n'), from).split(sep)[0] ?? ''),
	});
}

/** What the panel's workers load by address. */
async function copyWasm(out: string): Promise<void> {
	if (!(await grammarIsIntact())) throw new Error('wikitext.wasm is not what npm run build:grammar made: run it again');
	for (const { from, to } of wikitextAssets) await cp(from, join(out, 'workers', to));
}

async function buildExtension(out: string): Promise<Record<string, Size>> {
	const common = join(out, 'extension');
	await buildExtensionScripts(common);
	const panel = await buildPanel('src/host/extension/panel.ts', common);
	await copyMessages(common);
	await copyWasm(common);
	const style = await pageCss(at('src/page/page.css'));
	await writeFile(join(common, 'page.css'), style);
	await cp(at('src/host/panel.html'), join(common, 'panel.html'));
	await cp(at('src/host/extension/popup.html'), join(common, 'popup.html'));
	await writeLocales(common);
	await mkdir(join(common, 'icons'));
	for (const size of iconSizes) await writeFile(join(common, 'icons', `${size}.png`), icon(size));
	for (const browser of ['chromium', 'firefox'] satisfies Browser[]) {
		await cp(common, join(out, browser), { recursive: true });
		await writeFile(join(out, browser, 'manifest.json'), await manifestFor(browser, false));
		const forStore = { name: 'manifest.json', bytes: Buffer.from(await manifestFor(browser, true)) };
		await writeFile(join(out, `wikihaven-${browser}.zip`), zip([...(await filesIn(common)), forStore]));
	}
	const sizes = {
		'page.extension': sizeOf(await readFile(join(common, 'content.js')), Buffer.from(style)),
		'page.extension.dock': sizeOf(await readFile(join(common, 'dock.js'))),
		background: sizeOf(await readFile(join(common, 'background.js'))),
		...(await partSizes(panel, root)),
	};
	await rm(common, { recursive: true });
	return sizes;
}

async function buildGadgetParts(out: string): Promise<Record<string, Size>> {
	const gadget = join(out, 'gadget');
	await buildGadget(gadget);
	await writeFile(join(gadget, 'wikihaven.css'), await pageCss(at('src/page/page.css')));
	const [code, style, dock] = await Promise.all(
		['wikihaven.js', 'wikihaven.css', 'wikihaven-panel.js'].map(async (name) => {
			const page = asWikiPage(await readFile(join(gadget, name), 'utf8'));
			await writeFile(join(gadget, name), page);
			return Buffer.from(page);
		}),
	);
	if (!code || !style || !dock) throw new Error('the gadget was not built');
	const panel = join(out, 'panel');
	await buildPanel('src/host/gadget/panel.ts', panel, { hearing: 'src/host/hearing/page.ts' });
	await copyMessages(panel);
	await copyWasm(panel);
	await cp(at('src/host/panel.html'), join(panel, 'panel.html'));
	await cp(at('src/host/hearing/hearing.html'), join(panel, 'hearing.html'));
	return { 'page.gadget': sizeOf(code, style), 'page.gadget.dock': sizeOf(dock) };
}

/**
 * Builds into `out`, which is replaced as a whole once everything is there. Throws when a bundle is over its budget. Returns
 * the sizes, which dist/sizes.json has too.
 */
export async function buildAll(out = dist): Promise<Record<string, Size>> {
	const release = await lock(join(root, '.cache', 'build.lock'));
	const fresh = `${out}.new`;
	try {
		await rm(fresh, { recursive: true, force: true });
		await mkdir(fresh, { recursive: true });
		const bundle = { ...(await buildExtension(fresh)), ...(await buildGadgetParts(fresh)) };
		await writeFile(join(fresh, 'sizes.json'), JSON.stringify({ bundle }, null, '\t') + '\n');
		const over = overBudget(bundle);
		if (over.length) throw new Error(over.join('\n'));
		await rm(out, { recursive: true, force: true });
		await rename(fresh, out);
		return bundle;
	} finally {
		await rm(fresh, { recursive: true, force: true });
		release();
	}
}

if (import.meta.main) {
	for (const [name, { raw, gzip }] of Object.entries(await buildAll()))
		console.log(`${name}: ${raw} bytes, ${gzip} gzipped`);
}
