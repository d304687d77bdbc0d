/** The panel as the gadget embeds it, with a policy that lets only the configured wikis frame it, and the page of hearings. */
import { createHash } from 'node:crypto';
import { extname, join, resolve, sep } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { Hono } from 'hono';
import { hearingPath } from '../../contract/hearing.ts';
import type { BackendConfig } from '../config.ts';

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.wasm': 'application/wasm',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
};

/** The same policy as the extension's own pages, and who may embed. */
function panelPolicy(embedders: readonly string[]): string {
	return [
		"default-src 'none'",
		"script-src 'self' 'wasm-unsafe-eval'",
		"worker-src 'self'",
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data: blob:",
		'media-src blob:',
		"font-src 'self'",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		`frame-ancestors ${embedders.join(' ')}`,
	].join('; ');
}

/** The file an address means; null for what lies elsewhere, is of no known type, or cannot be decoded. */
function fileOf(root: string, encoded: string): { path: string; type: string } | null {
	try {
		const path = resolve(join(root, decodeURIComponent(encoded)));
		const type = types[extname(path)];
		return path.startsWith(root + sep) && type !== undefined ? { path, type } : null;
	} catch {
		return null;
	}
}

export function servePanel(app: Hono, config: BackendConfig): void {
	const { panelFolder } = config;
	if (panelFolder === undefined) return;
	const root = resolve(panelFolder);
	const wikis = [...new Set(config.wikis.flatMap((wiki) => [new URL(wiki.base).origin, ...wiki.origins]))];
	const policy = panelPolicy(wikis);
	const alone = panelPolicy(["'none'"]);
	// For whoever was reported: it needs no wiki, no extension and no account.
	app.get(hearingPath, async (c) => {
		const page = await readFile(join(root, 'hearing.html')).catch(() => null);
		if (!page) return c.notFound();
		c.header('Content-Security-Policy', alone);
		return c.body(new Uint8Array(page), 200, { 'Content-Type': types['.html'] ?? '' });
	});
	app.get('/panel/*', async (c) => {
		const file = fileOf(root, c.req.path.slice('/panel/'.length));
		const bytes = file && (await readFile(file.path).catch(() => null));
		if (!file || !bytes) return c.notFound();
		const tag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
		c.header('Content-Security-Policy', policy);
		// Asked again each time: after an update no part of the old panel may meet a part of the new one.
		c.header('Cache-Control', 'no-cache');
		c.header('ETag', tag);
		if (c.req.header('if-none-match') === tag) return c.body(null, 304);
		return c.body(new Uint8Array(bytes), 200, { 'Content-Type': file.type });
	});
}
