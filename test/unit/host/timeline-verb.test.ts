/** The verb `timeline` of the command line on a stand-in of a wiki: what it asks, what it prints, how it ends. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Contribution } from '../../../src/engines/timeline/contribution.ts';
import { run } from '../../../src/host/cli/timeline.ts';
import { slowWiki, type SlowWiki, type SlowWikiOptions } from '../../bench/slow-wiki.ts';
import { edit, start } from '../engines/timeline/edits.ts';

interface Shown {
	events: { type: string; actor: string; target: string | null; page: string }[];
	measures: {
		of: string;
		after: string;
		followed: number;
		reading: string;
		words: string;
		checks: { lists: { expected: number } };
	}[];
	lacking: string[];
}

let wiki: SlowWiki | undefined;
afterEach(() => wiki?.stop());

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

const range = ['--from', '2026-05-04', '--to', '2026-06-30'];

async function timeline(options: SlowWikiOptions, users = 'Ana,Bo'): Promise<Shown> {
	wiki = await slowWiki(options);
	const { code, out, error } = await output('--api', wiki.api, '--users', users, ...range);
	expect({ code, error }).toEqual({ code: 0, error: '' });
	return JSON.parse(out) as Shown;
}

const minutesOf = (days: number): number => days * 24 * 60;
const story = (days: number): Contribution[] =>
	Array.from({ length: days }, (_, on) => [
		edit('Ana', `Pond ${on}`, minutesOf(on)),
		edit('Bo', `Pond ${on}`, minutesOf(on) + 180),
		edit('Bo', `Bo's ${on}`, minutesOf(on) + ((on * 11) % 24) * 60),
	]).flat();
const measureOf = ({ measures }: Shown) => measures.find(({ of }) => of === 'Bo');

test('following is said in words, with a call for care', async () => {
	const found = measureOf(await timeline({ edits: story(30) }));
	expect(found).toMatchObject({ followed: 30, reading: 'more-than-chance' });
	expect(found?.words).toMatch(/^Bo edited 60 pages for the first time; on 30 of them Ana had edited in the 24 hours/);
	expect(found?.words).toContain('no verdict');
	expect(found?.words).not.toMatch(/\$\d|timeline-/);
});

test('pages that Bo knew long before are found, in the newest edits before the range and page by page', async () => {
	const before = [edit('Bo', 'Pond 3', -minutesOf(2)), edit('Bo', 'Pond 4', -minutesOf(400))];
	expect(measureOf(await timeline({ edits: [...story(12), ...before], limit: 1 }))).toMatchObject({ followed: 10 });
});

test('what lists of everybody’s edits explain follows from the part of them that is Ana’s, where a crowd edits', async () => {
	const edits = story(30);
	const crowd = Array.from({ length: 79 }, (_, i) => `Somebody ${i % 20}`);
	const expected = async (everybody: string[]): Promise<number | undefined> => {
		const shown = await timeline({ edits, everybody });
		await wiki?.stop();
		return measureOf(shown)?.checks.lists.expected;
	};
	expect(await expected([])).toBe(6);
	expect(await expected([...crowd, 'Ana'])).toBe(3);
	expect(await expected([...crowd.slice(0, 60), ...Array.from({ length: 20 }, () => 'Ana')])).toBe(15);
	expect(await expected(['Ana', 'Bo', 'Ana'])).toBe(6);
});

test('what comes in several answers is read wholly and once', async () => {
	const edits = story(30);
	const { measures, lacking } = await timeline({ edits, limit: 7 });
	expect(measures.find(({ of }) => of === 'Bo')).toMatchObject({ followed: 30 });
	expect(lacking).toEqual(['earlier-edits']);
	const asked = wiki?.calls.filter((call) => call.get('ucend') !== '1970-01-01T00:00:00Z') ?? [];
	expect(asked.filter((call) => call.get('list') === 'usercontribs').length).toBeGreaterThan(10);
});

test('it is polite: eight calls at once at most, each ready to be turned away', async () => {
	await timeline({ edits: story(40), limit: 3, latency: 5 });
	expect(wiki?.busiest()).toBeLessThanOrEqual(8);
	expect(wiki?.calls.every((call) => call.get('maxlag') === '5')).toBe(true);
});

test('reverts without tags and names called in the text come from digests and differences', async () => {
	const [ana, bo] = [edit('Ana', 'Talk:Weir', 0), edit('Bo', 'Talk:Weir', 5)];
	const [good, bad] = [edit('Ana', 'Weir', 20), edit('Bo', 'Weir', 30)];
	const digests = new Map([good.parent, bad.revision].map((revision) => [revision, 'same']));
	const added = new Map([[bo.revision, 'Listen, [[User:Ana|you]] & <all>']]);
	const logs = [
		{ id: 9, type: 'thanks' as const, at: start + 60_000, actor: 'Ana', target: 'Bo', page: 'User:Bo', summary: '' },
		{ id: 8, type: 'block' as const, at: start + 60_000, actor: 'Cy', target: 'Bo', page: 'User:Bo', summary: '' },
	];
	const { events } = await timeline({ edits: [ana, bo, good, bad], digests, added, logs });
	expect(events.map(({ type, actor, target }) => `${type} ${actor} ${target}`).sort()).toEqual([
		'edit Ana null',
		'edit Ana null',
		'mention Bo Ana',
		'reply Bo Ana',
		'revert Bo Ana',
		'thanks Ana Bo',
	]);
});

test.each([
	['one name', ['--users', 'Ana', ...range], 'two to five'],
	['six names', ['--users', 'A,B,C,D,E,F', ...range], 'two to five'],
	['the same name twice', ['--users', 'ana,Ana', ...range], 'different'],
	['no range', ['--users', 'Ana,Bo'], '--from'],
	['a range backwards', ['--users', 'Ana,Bo', '--from', '2026-06-02', '--to', '2026-06-01'], 'before'],
	['a day that is none', ['--users', 'Ana,Bo', '--from', '2026-02-30', '--to', '2026-06-01'], '--from 2026-02-30'],
	['a time that is none', ['--users', 'Ana,Bo', '--from', 'May', '--to', '2026-06-01'], '--from May'],
	['a namespace that is none', ['--users', 'Ana,Bo', ...range, '--hide-namespace', 'Talk'], '--hide-namespace'],
])('%s: said, and it ends with 2', async (_, args, said) => {
	const { code, out, error } = await output('--api', 'http://127.0.0.1:9/api.php', ...args);
	expect({ code, out }).toEqual({ code: 2, out: '' });
	expect(error).toContain(said);
});

test('an account that is not there, an address without a wiki, and no address end with 2', async () => {
	wiki = await slowWiki({ edits: story(1) });
	expect(await output('--api', wiki.api, '--users', 'Ana,Nobody', ...range)).toMatchObject({
		code: 2,
		out: '',
		error: expect.stringContaining('"Nobody"'),
	});
	await wiki.stop();
	const gone = await output('--api', wiki.api, '--users', 'Ana,Bo', ...range);
	expect(gone).toMatchObject({ code: 2, out: '', error: expect.stringContaining('did not answer as a wiki') });
	const none = await output('--api', 'wiki', '--users', 'Ana,Bo', ...range);
	expect(none).toMatchObject({ code: 2, out: '', error: expect.stringContaining('--api wiki') });
});
