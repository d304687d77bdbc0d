/** The verb `comments` of the command line, on a manifest of two pages. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run } from '../../../src/host/cli/comments.ts';
import { englishWiki } from '../../bench/talk-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'wikihaven-comments-'));
const manifest = join(folder, 'manifest.json');
const html = (name: string): string =>
	`<!DOCTYPE html><h2>Lamp</h2><p>Yes. <a href="/wiki/User:${name}">${name}</a> 10:01, 3 February 2024 (UTC)</p>`;

beforeAll(() => {
	writeFileSync(join(folder, 'en.json'), JSON.stringify({ ...englishWiki, pageTitle: 'Talk:Lamp' }));
	for (const name of ['Moth', 'Pine']) writeFileSync(join(folder, `${name}.html`), html(name));
	const pages = ['Moth', 'Pine'].map((id) => ({ id, title: 'Talk:Lamp', html: `${id}.html`, config: 'en.json' }));
	writeFileSync(manifest, JSON.stringify({ format: 1, pages }));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function output(...args: string[]): Promise<{ code: number; out: string; error: string }> {
	let out = '';
	let error = '';
	const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
	const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((error += String(text)), true));
	try {
		return { code: await run(args), out, error };
	} finally {
		stdout.mockRestore();
		stderr.mockRestore();
	}
}

const comment = (author: string): object => ({
	author,
	timestampISO: '2024-02-03T10:01:00Z',
	level: 1,
	parent: -1,
	heading: 'Lamp',
	start: `Yes. ${author} 10:01, 3 February 2024 (UTC)`,
	end: `Yes. ${author} 10:01, 3 February 2024 (UTC)`.slice(-40),
});

test.each([[], ['--without-date-format']])('all pages of a manifest %s', async (...options) => {
	const { code, out } = await output('--manifest', manifest, ...options);
	expect(code).toBe(0);
	expect(JSON.parse(out)).toEqual(
		['Moth', 'Pine'].map((page) => ({ page, comments: [comment(page)], ms: expect.any(Number) })),
	);
});

test('one page of a manifest', async () => {
	const { out } = await output('--manifest', manifest, '--page', 'Pine');
	expect(JSON.parse(out)).toMatchObject([{ page: 'Pine' }]);
});

test('a page that is not there and a missing manifest are said, not thrown', async () => {
	expect(await output('--manifest', manifest, '--page', 'Owl')).toMatchObject({
		code: 1,
		error: expect.stringContaining('Owl'),
	});
	expect(await output()).toMatchObject({ code: 2, error: expect.stringContaining('--manifest') });
});

test('a file that is not a manifest is told by its first fault', async () => {
	expect(await output('--manifest', join(folder, 'en.json'))).toMatchObject({
		code: 1,
		error: expect.stringContaining('pages'),
	});
});
