/** Reads MediaWiki:IncidentReportingConfig.json of Extension:ReportIncident: where a wiki says one should turn, by kind. */
import * as v from 'valibot';
import { done, type Outcome } from '../contract/problem.ts';
import type { KindId } from '../domain/report/kinds.ts';
import { readPage } from './revisions.ts';
import type { WikiTransport } from './transport.ts';

const configPage = 'MediaWiki:IncidentReportingConfig.json';

/** A page of a wiki by title, or any other by address. */
export interface TurnPage {
	readonly title?: string;
	readonly url?: string;
	/** What the wiki says it is for; left out: for anything. */
	readonly kinds?: readonly KindId[];
}

/** Their categories, as schema 1.1.0 names them, and the kinds that fall under each. */
const categories: Readonly<Record<string, readonly KindId[]>> = {
	Intimidation: ['threats', 'insults', 'hounding', 'encouraging-harm'],
	Doxing: ['doxing'],
	SexualHarassment: ['sexual'],
	Trolling: ['trolling', 'removal', 'manipulating'],
	HateSpeech: ['hate', 'symbols'],
};
const helpFields = ['ContactAdmin', 'ContactCommunity', 'WikiEmailURL', 'OtherURL'];
/** Schema 1.0.0. */
const oldFields = [
	'ReportIncidentLocalIncidentReportPage',
	'ReportIncidentDisputeResolutionPage',
	'ReportIncidentCommunityQuestionsPage',
];
const prefix = 'ReportIncident_NonEmergency_';

/** What no title holds, and addresses of other kinds. */
const notTitle = /[<>[\]{}|#]|^(?:[a-z]+:\/\/|(?:javascript|vbscript|data|mailto):)/i;

/** Anything may stand there: an address is taken with http or https only, a title only where MediaWiki could have it. */
function placeOf(value: unknown): Pick<TurnPage, 'title' | 'url'> | null {
	if (typeof value !== 'string') return null;
	const text = value.trim();
	if (/^https?:\/\//i.test(text)) return text.length <= 2000 && !/\s/.test(text) ? { url: text } : null;
	return text !== '' && text.length <= 255 && !notTitle.test(text) ? { title: text } : null;
}

const Loose = v.record(v.string(), v.unknown());
const looseOf = (value: unknown): Record<string, unknown> => {
	const parsed = v.safeParse(Loose, value);
	return parsed.success ? parsed.output : {};
};

/** What the text of the page gives: pages in its order, each once for the same kinds. */
export function turnPages(text: string): TurnPage[] {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return [];
	}
	const config = looseOf(json);
	const found = Object.entries(categories).flatMap(([category, kinds]) => {
		const help = looseOf(config[`${prefix}${category}_HelpMethod`]);
		const values = [
			...helpFields.map((field) => help[field]),
			config[`${prefix}${category}_DisputeResolutionURL`],
			config[`${prefix}${category}_HideEditURL`],
		];
		return values.flatMap((value): TurnPage[] => {
			const place = placeOf(value);
			return place ? [{ ...place, kinds }] : [];
		});
	});
	const old = oldFields.flatMap((field): TurnPage[] => {
		const place = placeOf(config[field]);
		return place ? [place] : [];
	});
	const all = [...old, ...found].map((page) => [JSON.stringify(page), page] as const);
	return [...new Map(all).values()];
}

/** Empty where the wiki has no such page. */
export async function readTurnPages(transport: WikiTransport): Promise<Outcome<TurnPage[]>> {
	const page = await readPage(transport, configPage);
	if (!page.ok) return page;
	const text = page.value.missing ? null : page.value.revisions[0]?.text;
	return done(text ? turnPages(text) : []);
}
