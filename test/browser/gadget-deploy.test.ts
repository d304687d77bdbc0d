/** The deploy on a real wiki: what it shows, writes, leaves alone and takes back, and that ResourceLoader delivers it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import de from '../../src/i18n/gadget/de.json' with { type: 'json' };
import en from '../../src/i18n/gadget/en.json' with { type: 'json' };
import hans from '../../src/i18n/gadget/zh-hans.json' with { type: 'json' };
import { launchChromium, type Launched } from './launch.ts';
import { buttons, startRig, type Rig } from './page-rig.ts';

const definition = 'MediaWiki:Gadgets-definition';
const others = '== other ==\n* clock[ResourceLoader]|clock.js';
let rig: Rig;
let chromium: Launched;

async function textOf(title: string): Promise<string | null> {
	const answer = await fetch(`${rig.wiki.base}/w/index.php?title=${encodeURIComponent(title)}&action=raw`);
	return answer.ok ? answer.text() : (await answer.text(), null);
}

/** The module as every reader of the wiki gets it. */
async function delivered(name: string): Promise<string> {
	return (await fetch(`${rig.wiki.base}/w/load.php?modules=ext.gadget.${name}&only=&lang=en&skin=vector`)).text();
}

beforeAll(async () => {
	rig = await startRig();
	chromium = await launchChromium();
	await rig.wiki.edit('Admin', 'MediaWiki:Gadget-clock.js', '// nothing');
	await rig.wiki.edit('Admin', definition, others);
});
afterAll(async () => {
	await chromium?.stop();
	await rig?.stop();
});

test('a dry run shows every line that would change, and changes nothing', async () => {
	const said = await rig.deploy('--origin', rig.origin, '--operator', 'The "stand-in"', '--dry-run');
	expect(said).toContain('+ * wikihaven[ResourceLoader|default|type=general]|wikihaven.js|wikihaven.css');
	expect(said).toContain('MediaWiki:Gadget-wikihaven-panel.js (new page)');
	expect(said).not.toContain('clock');
	expect(await textOf(definition)).toBe(others);
	expect(await textOf('MediaWiki:Gadget-wikihaven.js')).toBeNull();
});

test('it writes the pages as they were built, keeps the lines of others, and a second time finds nothing to do', async () => {
	expect(await rig.deploy('--origin', rig.origin, '--operator', 'The "stand-in"')).toContain(`Saved ${definition}`);
	const now = await textOf(definition);
	expect(now?.startsWith(others)).toBe(true);
	expect(now?.match(/^\* wikihaven/gm)).toHaveLength(2);
	expect(await rig.deploy('--origin', rig.origin, '--operator', 'The "stand-in"')).toContain('Nothing to change.');
});

test('the preferences describe it in the language of who reads them, and in the wiki’s own where there is no translation', async () => {
	const described = async (language: string): Promise<unknown> => {
		const query = `action=query&meta=allmessages&ammessages=Gadget-wikihaven&amlang=${language}&formatversion=2&format=json`;
		const { query: answer } = (await (await fetch(`${rig.wiki.api}?${query}`)).json()) as {
			query: { allmessages: { content: string }[] };
		};
		return answer.allmessages[0]?.content;
	};
	expect(await described('en')).toBe(en['gadget-description']);
	expect(await described('fr')).toBe(en['gadget-description']);
	expect(await described('de')).toBe(de['gadget-description']);
	expect(await described('de-at')).toBe(de['gadget-description']);
	expect(await described('zh-cn')).toBe(hans['gadget-description']);
});

test('ResourceLoader delivers both modules with their code, not a parse error in its place, and the button appears', async () => {
	const loader = await delivered('wikihaven');
	expect(loader).not.toContain('parse error');
	expect(loader).toContain('wikihaven-report');
	const dock = await delivered('wikihaven-panel');
	expect(dock).not.toContain('parse error');
	expect(dock).toContain(rig.origin);
	expect(dock).toContain('The \\"stand-in\\"');
	const page = await chromium.browser.newPage();
	await page.goto(`${rig.wiki.base}/wiki/Talk:Village_pond`);
	await page.waitForSelector(buttons);
	expect(await page.$$(buttons)).toHaveLength(14);
	await page.close();
});

test('a changed origin changes the dock alone, and a rollback puts exactly that back', async () => {
	const before = await textOf('MediaWiki:Gadget-wikihaven-panel.js');
	const said = await rig.deploy('--origin', 'https://haven.example.org', '--operator', 'The "stand-in"');
	expect(said.match(/^Saved /gm)).toHaveLength(1);
	expect(await textOf('MediaWiki:Gadget-wikihaven-panel.js')).toContain('https://haven.example.org');
	expect(await rig.deploy('--rollback')).toContain('Saved MediaWiki:Gadget-wikihaven-panel.js');
	expect(await textOf('MediaWiki:Gadget-wikihaven-panel.js')).toBe(before);
	expect(await rig.deploy('--rollback')).toContain('Nothing to change.');
});

test('a rollback of the first deploy leaves the definition as it was, also where somebody added a line since', async () => {
	await rig.wiki.edit('Admin', definition, '');
	await rig.wiki.edit('Admin', definition, others);
	await rig.deploy('--origin', rig.origin, '--operator', 'Another name');
	await rig.wiki.edit('Admin', definition, `${await textOf(definition)}\n* bell[ResourceLoader]|bell.js`);
	await rig.deploy('--rollback');
	expect(await textOf(definition)).toBe(`${others}\n* bell[ResourceLoader]|bell.js`);
});

test('without credentials it says what to set', async () => {
	const { WIKIHAVEN_BOT_USER: _user, ...env } = process.env;
	const { openWiki } = await import('../../gadget/wiki.ts');
	await expect(openWiki(rig.wiki.api, env)).rejects.toThrow('WIKIHAVEN_OAUTH_TOKEN');
});
