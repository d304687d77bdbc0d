/** Reads what the comment engine must know of a wiki: names, time zone, the words of its dates, one sample time stamp. */
import * as v from 'valibot';
import { done, type Outcome } from '../contract/problem.ts';
import { wikiFromApi, type ApiMessage } from '../engines/comments/from-api.ts';
import { DATE_MESSAGES } from '../engines/comments/messages.ts';
import type { WikiData } from '../engines/comments/wiki-data.ts';
import { ask, type WikiTransport } from './transport.ts';

const Names = v.looseObject({ id: v.number(), name: v.optional(v.string()), canonical: v.optional(v.string()) });

const SiteShape = v.object({
	query: v.object({
		general: v.looseObject({
			articlepath: v.string(),
			scriptpath: v.optional(v.string()),
			timezone: v.optional(v.string()),
			lang: v.string(),
			variants: v.optional(v.array(v.object({ code: v.string() })), []),
		}),
		namespaces: v.record(v.string(), Names),
		namespacealiases: v.array(v.object({ id: v.number(), alias: v.string() })),
		specialpagealiases: v.array(v.object({ realname: v.string(), aliases: v.array(v.string()) })),
	}),
});

const MessagesShape = v.object({
	query: v.object({
		allmessages: v.array(
			v.object({ name: v.string(), content: v.optional(v.string()), missing: v.optional(v.boolean(), false) }),
		),
	}),
});

const ProbeShape = v.object({ curtimestamp: v.string(), parse: v.object({ text: v.string() }) });

const messagesIn = async (transport: WikiTransport, language: string): Promise<Outcome<ApiMessage[]>> => {
	const list: ApiMessage[] = [];
	// Fifty names a call are what a wiki takes of people without special rights.
	for (let at = 0; at < DATE_MESSAGES.length; at += 50) {
		const ammessages = DATE_MESSAGES.slice(at, at + 50).join('|');
		const answer = await ask(
			transport,
			{ action: 'query', params: { meta: 'allmessages', ammessages, amlang: language } },
			MessagesShape,
		);
		if (!answer.ok) return answer;
		for (const { name, content, missing } of answer.value.query.allmessages) {
			if (!missing && content !== undefined) list.push({ name, content });
		}
	}
	return done(list);
};

/** Four calls, two more a variant of the content language: made once a wiki, at the first use. */
export async function readWikiData(transport: WikiTransport): Promise<Outcome<WikiData>> {
	const site = await ask(
		transport,
		{
			action: 'query',
			params: { meta: 'siteinfo', siprop: 'general|namespaces|namespacealiases|specialpagealiases' },
		},
		SiteShape,
	);
	if (!site.ok) return site;
	const { general, namespaces, namespacealiases, specialpagealiases } = site.value.query;
	const messages: Record<string, ApiMessage[]> = {};
	for (const language of new Set([general.lang, ...general.variants.map(({ code }) => code)])) {
		const list = await messagesIn(transport, language);
		if (!list.ok) return list;
		messages[language] = list.value;
	}
	const probe = await ask(
		transport,
		{ action: 'parse', params: { text: '~~~~~', onlypst: '1', contentmodel: 'wikitext', curtimestamp: '1' } },
		ProbeShape,
	);
	if (!probe.ok) return probe;
	const { scriptpath, timezone, articlepath } = general;
	return done(
		wikiFromApi(
			{
				general: {
					articlepath,
					...(scriptpath === undefined ? {} : { scriptpath }),
					...(timezone === undefined ? {} : { timezone }),
				},
				namespaces: Object.fromEntries(
					Object.entries(namespaces).map(([id, { name, canonical }]) => [
						id,
						{
							id: Number(id),
							...(name === undefined ? {} : { name }),
							...(canonical === undefined ? {} : { canonical }),
						},
					]),
				),
				namespacealiases,
				specialpagealiases,
			},
			messages,
			{ instantUTC: probe.value.curtimestamp, text: probe.value.parse.text },
		),
	);
}
