/** What a wiki lets its user do, and the words it keeps for that: reasons, lengths of time, levels of protection. */
import * as v from 'valibot';
import type { ActFacts } from '../../contract/act.ts';
import { done, type Outcome } from '../../contract/problem.ts';
import { ask, type WikiTransport } from '../transport.ts';

const Site = v.object({
	query: v.object({
		userinfo: v.object({
			name: v.string(),
			anon: v.optional(v.boolean(), false),
			rights: v.optional(v.array(v.string()), []),
		}),
		general: v.object({ lang: v.optional(v.string(), 'en') }),
		namespaces: v.record(v.string(), v.object({ id: v.number(), name: v.optional(v.string(), '') })),
		restrictions: v.optional(v.object({ levels: v.optional(v.array(v.string()), []) }), {}),
	}),
});
const Messages = v.object({
	query: v.object({
		allmessages: v.array(v.object({ name: v.string(), content: v.optional(v.string(), '') })),
	}),
});
const Modules = v.object({
	paraminfo: v.object({
		modules: v.array(
			v.object({
				parameters: v.array(
					v.object({ name: v.string(), type: v.optional(v.union([v.string(), v.array(v.string())])) }),
				),
			}),
		),
	}),
});

type SiteAnswer = v.InferOutput<typeof Site>;

function readMessages(transport: WikiTransport, names: readonly string[], language: string) {
	const params = { meta: 'allmessages', ammessages: names.join('|'), amlang: language, amenableparser: '' };
	return ask(transport, { action: 'query', params }, Messages);
}

/** A list as MediaWiki keeps it on a page: `** entry` below `* group`; what is no entry is left out. */
export const entriesOf = (list: string): string[] =>
	[...list.matchAll(/^\*\*\s*(\S.*?)\s*$/gm)].map(([, entry = '']) => entry);

/** `label:value,label:value`. */
export const optionsOf = (list: string): { value: string; label: string }[] =>
	list.split(',').flatMap((pair) => {
		const [label = '', value = label] = pair.split(':').map((part) => part.trim());
		return value && value !== '-' ? [{ label, value }] : [];
	});

const lists = ['ipbreason-dropdown', 'protect-dropdown', 'ipboptions'] as const;

/** `language`: of the person, for what they alone read; reasons are in the wiki's own. */
export async function readActFacts(
	transport: WikiTransport,
	language: string,
): Promise<Outcome<Omit<ActFacts, 'notices'>>> {
	const params = {
		meta: 'userinfo|siteinfo',
		uiprop: 'rights',
		siprop: 'general|namespaces|restrictions',
	};
	const [site, expiries, modules] = await Promise.all([
		ask(transport, { action: 'query', params }, Site),
		readMessages(transport, ['ipboptions'], language),
		ask(transport, { action: 'paraminfo', params: { modules: 'block' } }, Modules),
	]);
	if (!site.ok) return site;
	const content = site.value.query.general.lang;
	const reasons = await readMessages(transport, lists, content);
	const listed = (name: (typeof lists)[number]): string =>
		reasons.ok ? (reasons.value.query.allmessages.find((one) => one.name === name)?.content ?? '') : '';
	const here = new Map(optionsOf(listed('ipboptions')).map(({ value, label }) => [value, label]));
	const lengths = optionsOf(expiries.ok ? (expiries.value.query.allmessages[0]?.content ?? '') : '');
	const parameters = modules.ok ? (modules.value.paraminfo.modules[0]?.parameters ?? []) : [];
	const actions = parameters.find(({ name }) => name === 'actionrestrictions')?.type;
	return done({
		...whoAndWhere(site.value),
		mostPages: parameters.some(({ name }) => name === 'newblock') ? 50 : 10,
		actions: Array.isArray(actions) ? actions : [],
		blockReasons: entriesOf(listed('ipbreason-dropdown')),
		protectReasons: entriesOf(listed('protect-dropdown')),
		expiries: lengths.map((one) => ({ ...one, here: here.get(one.value) ?? one.label })),
	});
}

function whoAndWhere({ query }: SiteAnswer): Pick<ActFacts, 'user' | 'rights' | 'language' | 'namespaces' | 'levels'> {
	const { userinfo, general, namespaces, restrictions } = query;
	return {
		user: userinfo.anon ? null : userinfo.name,
		rights: userinfo.rights,
		language: general.lang,
		namespaces: Object.values(namespaces).filter(({ id }) => id >= 0),
		levels: restrictions.levels.filter((level) => level !== ''),
	};
}
