/** On a real wiki: what a clicked comment's page really says is what is sent, whatever the page or its detector claimed. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../build/setup/folders.ts';
import { sha256, toHex } from '../../../src/contract/bytes.ts';
import type { Evidence } from '../../../src/contract/evidence.ts';
import cases from '../../../src/i18n/case/en.json' with { type: 'json' };
import { launchChromium, type Launched } from '../../browser/launch.ts';
import { startStack, type Stack } from '../stack.ts';
import { logIn, openQueue, signIn, Visit, words } from './drive.ts';

/** The wiki's parser sleeps, or every API call fails, as long as a file says so. */
const moods = `
$mood = @file_get_contents( __DIR__ . '/mood' );
$action = $_POST['action'] ?? '';
if ( $mood === 'slow' && $action === 'parse' && isset( $_POST['oldid'] ) ) sleep( 14 );
if ( $mood === 'broken' && $action === 'parse' ) { http_response_code( 500 ); exit( '<html>Maintenance</html>' ); }
if ( $mood === 'down' && $action !== '' ) { http_response_code( 502 ); exit( '<html>Bad gateway</html>' ); }
`;
const copied = '10:15, 3 November 2026 (UTC)';

let stack: Stack;
beforeAll(async () => {
	stack = await startStack({ settings: moods });
	await stack.deployGadget();
	const emeka = await stack.wiki.apiAs('Emeka');
	const nickname =
		'[[User:Emeka|<span style="color:#a00">the pond’s friend</span>]] ([[Special:Contributions/Emeka|deeds]])';
	await emeka.setOptions({ nickname, fancysig: '1' });
	const say = async (name: string, title: string, text: string, heading?: string): Promise<number> =>
		(await stack.wiki.apiAs(name)).append(title, heading === undefined ? `\n${text} ~~~~` : `${text} ~~~~`, heading);
	await say('Ana', 'Talk:Mill', 'The wheel turns at noon only. Who has the keys?', 'Keys');
	await say(
		'Bo',
		'Talk:Mill',
		`:As [[User:Ana|Ana]] wrote on ${copied}, nobody wants her here, and the wheel is none of her business.`,
	);
	await say('Emeka', 'Talk:Mill', '::That was uncalled for, Bo. The wheel belongs to all of us.\n::Please strike it.');
	await stack.wiki.edit('Chen', 'Template:Mill notice', 'This page is watched by people who cannot spell. ~~~~');
	await say('Ana', 'Talk:Mill', '{{Mill notice}}\n\nWho put this notice up?', 'Notice');
});
afterAll(() => stack?.stop());

const mood = (name: string | null): void => {
	const file = join(stack.wiki.folder, 'mood');
	if (name === null) rmSync(file, { force: true });
	else writeFileSync(file, name);
};

/** The evidence in what the preview says will be sent. */
async function previewed(visit: Visit, panel: Frame): Promise<Evidence> {
	await visit.isReady(panel);
	const field = await panel.waitForSelector(`[aria-label="${words('preview-data')}"]`);
	const data = await field?.evaluate((node) => (node as HTMLTextAreaElement).value || node.textContent || '');
	const body = JSON.parse(data ?? '') as { evidence: Evidence[] };
	const [evidence] = body.evidence;
	if (!evidence) throw new Error('The report has no evidence');
	return evidence;
}

/** In the panel's frame: asks the worker beside it in comlink's own words, as the panel does. */
async function engineOfWorker(): Promise<string> {
	const worker = new Worker(new URL('workers/wikitext.js', location.href), { type: 'module' });
	const call = (name: string, value: unknown): Promise<{ engine: string }> =>
		new Promise((give, fail) => {
			worker.addEventListener('error', fail);
			worker.addEventListener('message', ({ data }) => data.id === name && give(data.value));
			worker.postMessage({ id: name, type: 'APPLY', path: [name], argumentList: [{ type: 'RAW', value }] }, []);
		});
	const address = (file: string): string => new URL(`workers/${file}`, location.href).href;
	await call('init', {
		runtimeUrl: address('wikitext-runtime.wasm'),
		grammarUrl: address('wikitext-grammar.wasm'),
		limit: 10_000,
	});
	return (await call('parse', 'The [[wheel]] turns.')).engine;
}

/** One person at one browser; consent is asked at the first click only. */
class Reporter {
	readonly #launched: Launched;
	readonly #client: 'extension' | 'gadget';
	#met = false;

	constructor(launched: Launched, client: 'extension' | 'gadget') {
		this.#launched = launched;
		this.#client = client;
	}

	async open(title: string): Promise<Visit> {
		const visit = await Visit.open(this.#launched.browser, stack);
		await visit.goto(title);
		return visit;
	}

	async click(visit: Visit, author: string, nth = 0): Promise<Frame> {
		await visit.pressReport(author, nth);
		return this.#begin(visit);
	}

	async select(visit: Visit, words: string): Promise<Frame> {
		await visit.page.waitForSelector('.wikihaven-report');
		await visit.pressUntilTaken(async () => {
			await visit.page.evaluate((wanted) => {
				const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
				while (texts.nextNode()) {
					const node = texts.currentNode as Text;
					const at = node.data.indexOf(wanted);
					if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
				}
			}, words);
			await visit.hit(await visit.page.waitForSelector('.wikihaven-selection'));
		});
		return this.#begin(visit);
	}

	async #begin(visit: Visit): Promise<Frame> {
		if (this.#client === 'gadget' && !this.#met) await visit.agreeInPage();
		const panel = await visit.panel();
		await visit.choose(panel, 'insults');
		if (this.#client === 'extension' && !this.#met) await visit.pressWords(panel, 'consent-agree');
		this.#met = true;
		return panel;
	}
}

const rawSource = async (title: string): Promise<string[]> =>
	(await (await fetch(`${stack.wiki.base}/w/index.php?title=${encodeURIComponent(title)}&action=raw`)).text()).split(
		'\n',
	);

const clients = [
	{ name: 'extension', extension: join(root, 'dist', 'chromium') },
	{ name: 'gadget', extension: undefined },
] as const;

describe.each(clients)('in the $name', ({ name, extension }) => {
	let mine: Launched;
	let me: Reporter;
	beforeAll(async () => {
		mine = await launchChromium(extension ? { extension } : {});
		me = new Reporter(mine, name);
	});
	afterAll(() => mine?.stop());

	test('a name and a copied time in mid sentence do not make the insulted person the author', async () => {
		const visit = await me.open('Talk:Mill');
		// The page's own reading takes the first name and time it meets, so this button names Ana.
		const panel = await me.click(visit, 'Ana', 1);
		const evidence = await previewed(visit, panel);
		expect(evidence.target.author).toBe('Bo');
		expect(evidence.target.at).not.toContain('2026-11-03');
		expect(evidence.target.quote).toContain('none of her business');
		expect(evidence.addedBy?.user).toBe('Bo');
		expect(evidence.state).toBe('confirmed');
		const line = (await rawSource('Talk:Mill')).findIndex((one) => one.startsWith(':As '));
		expect(evidence.reading).toMatchObject({ authorCertain: true, lines: { first: line + 1, last: line + 1 } });
		await visit.says(panel, words('reading-author-corrected').replace('$1', 'Bo'));
	});

	test('the built worker reads wikitext with WebAssembly', async () => {
		const panel = await me.click(await me.open('Talk:Mill'), 'Emeka');
		expect(await panel.evaluate(engineOfWorker)).toBe('wasm');
	});

	test('a comment of two lines with a coloured signature is kept as exactly its lines, with their hash', async () => {
		const visit = await me.open('Talk:Mill');
		const evidence = await previewed(visit, await me.click(visit, 'Emeka'));
		const source = await rawSource('Talk:Mill');
		const first = source.findIndex((line) => line.startsWith('::That was'));
		const text = source.slice(first, first + 2).join('\n');
		expect(evidence.target.author).toBe('Emeka');
		expect(evidence.reading?.lines).toEqual({ first: first + 1, last: first + 2 });
		expect(evidence.wikitext).toBe(text);
		expect(evidence.hash).toBe(toHex(await sha256(text)));
		expect(evidence.reading?.before).toContain(':As ');
	});

	test('selected words are kept as selected, with the author and the lines of their comment', async () => {
		const visit = await me.open('Talk:Mill');
		const panel = await me.select(visit, 'nobody wants her here');
		const evidence = await previewed(visit, panel);
		expect(evidence.target).toMatchObject({ type: 'selection', author: 'Bo', quote: 'nobody wants her here' });
		expect(evidence.wikitext).toMatch(/^:As .* business\. \[\[User:Bo\|Bo\]\]/);
		expect(evidence.state).toBe('confirmed');
	});

	test('what was clicked is what is sent, though the page changed after', async () => {
		const title = `Talk:Barn ${name}`;
		await stack.wiki.edit('Bo', title, 'You are the worst carpenter this barn has ever seen. ~~~~');
		const visit = await me.open(title);
		await stack.wiki.edit('Admin', title, 'The barn has a new roof, and everybody likes it. ~~~~');
		const evidence = await previewed(visit, await me.click(visit, 'Bo'));
		expect(evidence.target.quote).toContain('worst carpenter');
		expect(evidence.wikitext).toContain('worst carpenter');
		expect(evidence.wikitext).not.toContain('new roof');
		expect(evidence.state).toBe('changed');
		expect(evidence.reading?.revision).toBe(evidence.addedBy?.revision);
	});

	test('a comment that a template brings is said not to be in the source of this page', async () => {
		const visit = await me.open('Talk:Mill');
		const panel = await me.click(visit, 'Chen');
		const evidence = await previewed(visit, panel);
		expect(evidence.target.author).toBe('Chen');
		expect(evidence.reading).toMatchObject({ onPage: true, inSource: false });
		expect(evidence.reading?.lines).toBeUndefined();
		expect(evidence.addedBy?.user).toBe('Chen');
		expect(evidence.state).toBe('confirmed');
		await visit.says(panel, words('reading-elsewhere'));
	});
});

describe('with a wiki in trouble', () => {
	let mine: Launched;
	let me: Reporter;
	beforeAll(async () => {
		mine = await launchChromium({ extension: join(root, 'dist', 'chromium') });
		me = new Reporter(mine, 'extension');
	});
	afterEach(() => mood(null));
	afterAll(() => mine?.stop());

	test.each(['slow', 'broken'])('a parser that is %s leaves the word of the history, and says so', async (trouble) => {
		const visit = await me.open('Talk:Mill');
		mood(trouble);
		const panel = await me.click(visit, 'Emeka');
		const evidence = await previewed(visit, panel);
		expect(evidence.state).toBe('confirmed');
		expect(evidence.addedBy?.user).toBe('Emeka');
		expect(evidence.target.quote).toContain('uncalled for');
		expect(evidence.reading).toBeUndefined();
		await visit.says(panel, words('reading-none'));
	});

	test('a wiki that answers nothing but errors leaves what was clicked, marked as not confirmed', async () => {
		const visit = await me.open('Talk:Mill');
		await visit.says(await me.click(visit, 'Emeka'), words('evidence-confirmed'));
		mood('down');
		const panel = await me.click(visit, 'Chen');
		await visit.says(panel, words('evidence-unconfirmed'));
		await visit.says(panel, words('reading-none'));
		await visit.says(panel, 'people who cannot spell');
	});

	test('R9 hidden and deleted by an admin since: a handler still reads the exact lines, their hash, who added them and when', async () => {
		const visit = await me.open('Talk:Mill');
		const panel = await me.click(visit, 'Ana', 1);
		const { target, reading, addedBy, wikitext = '', hash = '' } = await previewed(visit, panel);
		await visit.send(panel);
		await visit.says(panel, words('sent-words'));
		const admin = await stack.wiki.apiAs('Admin');
		const added = addedBy?.revision ?? 0;
		await admin.hideRevision(added, 'content|user');
		await admin.deletePage('Talk:Mill');
		const { query } = await admin.get({ action: 'query', titles: 'Talk:Mill' });
		expect(query).toMatchObject({ pages: [{ missing: true }] });
		const office = await launchChromium({ extension: join(root, 'dist', 'chromium') });
		try {
			await logIn(office.browser, stack, 'Mira');
			const mira = await Visit.open(office.browser, stack);
			await mira.goto('Talk:Village pond');
			const desk = await mira.home();
			await signIn(mira, desk, 'Mira', true);
			await openQueue(mira, desk, stack.secrets.get('Mira') ?? '');
			await (await desk.$('.wh-row'))?.click();
			const line = String(reading?.lines?.first);
			const said = [line, line, String(reading?.revision)].reduce(
				(text, value, at) => text.replace(`$${at + 1}`, value),
				words('reading-lines'),
			);
			await mira.says(desk, said);
			await mira.says(desk, 'none of her business');
			// By the history: who added it, and when.
			await mira.says(desk, cases['case-added-by'].split('$2')[0]?.replace('$1', addedBy?.user ?? '-') ?? '');
			expect(await desk.$$eval('time', (all) => all.map((one) => one.dateTime))).toContain(target.at);
			expect(await desk.$(`a[href*="diff=${added}"]`)).not.toBeNull();
			expect(await desk.$$eval('textarea', (all) => all.map((one) => one.value))).toContain(wikitext);
			expect(hash).toBe(toHex(await sha256(wikitext)));
			expect(await desk.$$eval('code', (all) => all.map((one) => one.textContent))).toContain(hash);
		} finally {
			await office.stop();
		}
	});
});
