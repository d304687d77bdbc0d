/** Ways to call for help on a real wiki, without any server of ours: its mail, its pages, its ReportIncident; and muting. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { incidentSettings } from '../incident.ts';
import type { Wiki } from '../start.ts';
import { testWiki } from '../testbed.ts';
import { wikihavenConfig } from '../haven-config.ts';
import { clientOf, makePerson, type Client } from './tools.ts';

let wiki: Wiki;
let base: string;
beforeAll(async () => {
	wiki = await testWiki({ seeds: 'people', settings: incidentSettings });
	base = `${wiki.base}/w`;
});
afterAll(() => wiki?.stop());

const as = async (name: string): Promise<Client> => clientOf(await wiki.apiAs(name), { about: null });
const config = (change: object): Promise<unknown> =>
	wiki.edit(
		'Admin',
		'MediaWiki:Wikihaven.json',
		JSON.stringify({ ...wikihavenConfig('https://down.example'), ...change }),
	);

test('R13 a wiki that has set up nothing offers what it has by itself', async () => {
	const ways = await (await as('Ana')).keeper.emergencyWays({ wiki: base });
	expect(ways).toEqual({ ok: true, value: { email: null, wikiEmail: null, incident: true, pages: [] } });
});

test('R13 pages come from both configuration pages, each for its kind; nonsense and odd addresses are left out', async () => {
	await config({ emergency: { email: 'help@wiki.example', user: 'Mira' }, helpPage: 'Project:Help' });
	const incident = {
		ReportIncidentLocalIncidentReportPage: 'Project:Report an incident',
		ReportIncident_NonEmergency_Intimidation_DisputeResolutionURL: 'https://wiki.example/wiki/Disputes',
		ReportIncident_NonEmergency_Doxing_HelpMethod: { WikiEmailURL: 'javascript:alert(1)', Email: 'a@b.example' },
		ReportIncident_NonEmergency_Doxing_HideEditURL: 'Project:Oversight',
		ReportIncident_NonEmergency_Trolling_HelpMethod: 'nonsense',
		ReportIncidentEnabledNamespaces: [1, 3],
	};
	await wiki.edit('Admin', 'MediaWiki:IncidentReportingConfig.json', JSON.stringify(incident));
	const ways = await (await as('Ana')).keeper.emergencyWays({ wiki: base });
	expect(ways).toMatchObject({
		value: {
			email: 'help@wiki.example',
			wikiEmail: { user: 'Mira', possible: true },
			pages: [
				{ title: 'Project:Help' },
				{ title: 'Project:Code of conduct' },
				{ title: 'Project:Civility' },
				{ title: 'Project:Report an incident' },
				{ url: 'https://wiki.example/wiki/Disputes', kinds: ['threats', 'insults', 'hounding', 'encouraging-harm'] },
				{ title: 'Project:Oversight', kinds: ['doxing'] },
			],
		},
	});
});

test('R13 who may not mail or use the emergency form is not led to them', async () => {
	await makePerson(wiki, 'Without address');
	const keeper = (await as('Without address')).keeper;
	expect(await keeper.emergencyWays({ wiki: base })).toMatchObject({
		value: { wikiEmail: { user: 'Mira', possible: false }, incident: false },
	});
	const nobody = clientOf(await wiki.apiAs(''), { about: null });
	expect(await nobody.keeper.emergencyWays({ wiki: base })).toMatchObject({
		value: { wikiEmail: { possible: false }, incident: false },
	});
	const mail = { wiki: base, user: 'Mira', subject: 'Emergency', text: 'Somebody is in danger.' };
	expect(await keeper.wikiEmail(mail)).toMatchObject({ ok: false });
});

test("R13 the wiki's own mail arrives with the words as written", async () => {
	const mail = { wiki: base, user: 'Mira', subject: 'Emergency', text: 'Somebody is in danger:\nplease look.' };
	expect(await (await as('Ana')).keeper.wikiEmail(mail)).toEqual({ ok: true, value: {} });
	const sent = (await wiki.mails()).at(-1);
	expect(sent).toMatchObject({ subject: 'Emergency' });
	expect(sent?.body).toContain('Somebody is in danger:\nplease look.');
	expect(JSON.stringify(sent?.to)).toContain('Mira');
});

test("R13 an emergency is handed to the wiki's ReportIncident under the own account", async () => {
	const incident = {
		page: 'Talk:Village pond',
		reportedUser: 'Bo',
		revisionId: 0,
		incidentType: 'immediate-threat-physical-harm',
		physicalHarmType: 'threats-physical-harm',
		details: 'I know where you live',
	} as const;
	expect(await (await as('Ana')).keeper.handOff({ wiki: base, incident })).toEqual({ ok: true, value: {} });
	const lines = await readFile(join(wiki.folder, 'incidents'), 'utf8');
	expect(JSON.parse(lines)).toEqual({ by: 'Ana', ...incident });
	const without = (await as('Without address')).keeper;
	expect(await without.handOff({ wiki: base, incident })).toMatchObject({ ok: false, problem: 'forbidden' });
});

test('R15 muting says what the wiki did: somebody it knows, somebody it does not, nobody who asks', async () => {
	const { keeper } = await as('Ana');
	expect(await keeper.mute({ wiki: base, user: 'Bo' })).toEqual({ ok: true, value: { notifications: true } });
	expect(await keeper.mute({ wiki: base, user: 'Nobody of this name' })).toEqual({
		ok: true,
		value: { notifications: false },
	});
	const nobody = clientOf(await wiki.apiAs(''), { about: null });
	expect(await nobody.keeper.mute({ wiki: base, user: 'Bo' })).toMatchObject({ ok: false, problem: 'not-signed-in' });
});
