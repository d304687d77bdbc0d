/** The messages: each key explained to translators and used somewhere; translations.test.ts has the translations. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../build/setup/folders.ts';

type Messages = Record<string, string>;

function read(file: string): Messages {
	const { '@metadata': _, ...messages } = JSON.parse(readFileSync(join(root, file), 'utf8')) as Messages;
	return messages;
}

const sources = globSync('{src,gadget,build}/**/*.{ts,tsx,html}', { cwd: root }).map((file) =>
	readFileSync(join(root, file), 'utf8'),
);
const code = sources.join('\n');
/** Beginnings of keys that are put together: `kind-${id}` uses every key that begins with kind-. */
const beginnings = [
	...new Set([...code.matchAll(/[`'"]([a-z][a-z0-9]*(?:-[a-z0-9]+)*-)\$\{/g)].map((match) => match[1] ?? '')),
];
const isUsed = (key: string): boolean =>
	new RegExp(`['"\`]${key}['"\`]`).test(code) || beginnings.some((beginning) => key.startsWith(beginning));

describe.each(globSync('src/i18n/**/en.json', { cwd: root }).map(dirname))('%s', (folder) => {
	const english = read(join(folder, 'en.json'));

	test('every message is explained in qqq.json, and nothing else is', () => {
		const explained = read(join(folder, 'qqq.json'));
		expect(Object.keys(explained).sort()).toEqual(Object.keys(english).sort());
		for (const [key, text] of Object.entries(explained)) {
			expect(text.length, key).toBeGreaterThan(5);
			for (const [param] of english[key]?.matchAll(/\$\d/g) ?? []) expect(`${key}: ${text}`).toContain(param);
		}
	});

	test('no message is empty', () => {
		expect(Object.entries(english).filter(([, text]) => !text.trim())).toEqual([]);
	});

	test('every message is used', () => {
		expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
	});
});
