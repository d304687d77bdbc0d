/** What a handler means to do on the wiki because of a report: one plan of several acts, prefilled from the evidence. */
import type { Act, ActFacts, ActOf } from '../../../../contract/act.ts';
import type { ReportBody } from '../../../../contract/report.ts';
import { samePerson } from '../../../../domain/people/names.ts';
import { isOwnPage } from '../../../../engines/timeline/own-page.ts';

/** An edit that the evidence names. */
export interface Piece {
	readonly page: string;
	readonly revision: number;
	readonly author: string | null;
}

export interface Plan {
	readonly user: string;
	/** Which acts are chosen. */
	readonly on: Readonly<Record<Act['act'] | 'step', boolean>>;
	readonly block: Omit<ActOf<'block'>, 'act' | 'user' | 'partial'> & {
		readonly whole: boolean;
		/** One on each line, as it is typed. */
		readonly pages: string;
		readonly namespaces: readonly number[];
		readonly actions: readonly string[];
	};
	readonly notice: { readonly heading: string; readonly text: string };
	readonly revert: Omit<ActOf<'revert'>, 'act' | 'user'>;
	readonly hide: Omit<ActOf<'hide'>, 'act'>;
	readonly protect: Omit<ActOf<'protect'>, 'act'>;
}

/** What is about the person in the evidence: edits, and the pages they stand on. */
export function piecesOf({ evidence }: ReportBody): Piece[] {
	const pieces = evidence.flatMap(({ target, addedBy }) => {
		const revision = addedBy?.revision ?? target.revision;
		return target.page !== undefined && revision !== undefined
			? [{ page: target.page, revision, author: addedBy?.user ?? target.author }]
			: [];
	});
	return pieces.filter(({ revision }, at) => pieces.findIndex((one) => one.revision === revision) === at);
}

/** Whom it is about: of those named, first who wrote what was reported. */
export function subjectsOf({ evidence, named }: ReportBody): string[] {
	const authors = evidence.flatMap(({ target }) => (target.author === null ? [] : [target.author]));
	const all = [...authors.filter((one) => named.some((name) => samePerson(name, one))), ...named];
	return all.filter((one, at) => all.findIndex((other) => samePerson(other, one)) === at);
}

/** By the wiki's own name of it, as the page's title begins. */
const namespaceOf = (page: string, { namespaces }: Pick<ActFacts, 'namespaces'>): number =>
	namespaces.find(({ name }) => name !== '' && page.startsWith(`${name}:`))?.id ?? 0;

/** Pages of the evidence that somebody wrote on, their own pages aside: what a partial block would name. */
export const pagesOf = (body: ReportBody, user: string, facts: Pick<ActFacts, 'namespaces'>): string[] => [
	...new Set(
		body.evidence.flatMap(({ target: { page, author } }) =>
			page !== undefined &&
			author !== null &&
			samePerson(author, user) &&
			!isOwnPage({ page, namespace: namespaceOf(page, facts) }, user)
				? [page]
				: [],
		),
	),
];

export const linesOf = (text: string): string[] => [
	...new Set(
		text
			.split('\n')
			.map((line) => line.trim())
			.filter((line) => line !== ''),
	),
];

/** The words that the wiki itself would say, to begin with: in its own language. */
export interface PublicWords {
	readonly reason: string;
	readonly heading: string;
}

/** Of a wiki's reasons the first that speaks of how people treat each other. */
const conduct = /harass|intimidat|civil|belästig|hostig|acoso|मुठ|उत्पीड|مضايق|تحرش|骚扰|騷擾/i;

/** Without any names of people or words of the report, so that what is public says nothing of who reported. */
export function planFor(body: ReportBody, user: string, facts: ActFacts, words: PublicWords): Plan {
	const pages = pagesOf(body, user, facts).slice(0, facts.mostPages);
	const piece = piecesOf(body).find(({ author }) => author !== null && samePerson(author, user));
	const reason = facts.blockReasons.find((one) => conduct.test(one)) ?? words.reason;
	const may = (right: string): boolean => facts.rights.includes(right);
	const week = facts.expiries.find(({ value }) => value === '1 week')?.value ?? facts.expiries[0]?.value ?? '1 week';
	return {
		user,
		on: { block: may('block'), notice: true, revert: false, hide: false, protect: false, step: true },
		block: {
			whole: pages.length === 0,
			pages: pages.join('\n'),
			namespaces: [],
			actions: [],
			expiry: week,
			reason,
			createAccount: pages.length === 0,
			ownTalk: false,
			email: false,
		},
		notice: { heading: words.heading, text: '' },
		revert: { page: piece?.page ?? '', revision: piece?.revision ?? 0, how: 'undo', reason: '' },
		hide: {
			page: piece?.page ?? '',
			revision: piece?.revision ?? 0,
			parts: ['content'],
			suppress: false,
			reason,
		},
		protect: {
			page: pages[0] ?? piece?.page ?? '',
			level: facts.levels.includes('autoconfirmed') ? 'autoconfirmed' : (facts.levels[0] ?? 'sysop'),
			expiry: week,
			reason: facts.protectReasons[0] ?? words.reason,
		},
	};
}

function blockOf({ user, block }: Plan): ActOf<'block'> {
	const { whole, pages, namespaces, actions, ...rest } = block;
	const partial = whole ? null : { pages: linesOf(pages), namespaces: [...namespaces], actions: [...actions] };
	// What only a block of the whole wiki does.
	return { act: 'block', user, partial, ...rest, createAccount: whole && rest.createAccount };
}

/** The chosen acts in the order they are done: first what stops it, then the word to them, then what was left behind. */
export function actsOf(plan: Plan, noticeText: string): Act[] {
	const { on, user } = plan;
	return [
		...(on.block ? [blockOf(plan)] : []),
		...(on.notice ? [{ act: 'notice' as const, user, heading: plan.notice.heading, text: noticeText }] : []),
		...(on.revert && plan.revert.revision > 0 ? [{ act: 'revert' as const, user, ...plan.revert }] : []),
		...(on.hide && plan.hide.revision > 0 ? [{ act: 'hide' as const, ...plan.hide }] : []),
		...(on.protect && plan.protect.page !== '' ? [{ act: 'protect' as const, ...plan.protect }] : []),
	];
}

export type Lack = 'scope' | 'pages' | 'length' | 'notice' | 'parts';

function blockLacks({ block }: Plan, facts: ActFacts): Lack | null {
	const pages = linesOf(block.pages).length;
	if (!block.whole && pages > facts.mostPages) return 'pages';
	if (!block.whole && pages + block.namespaces.length + block.actions.length === 0) return 'scope';
	return block.expiry.trim() === '' ? 'length' : null;
}

/** Why a plan cannot be looked at yet; null where it can. `text`: of its notice. */
export function lacks(plan: Plan, facts: ActFacts, text: string): Lack | null {
	const { on, notice, hide, protect } = plan;
	const first = on.block ? blockLacks(plan, facts) : null;
	if (first) return first;
	if (on.notice && (notice.heading.trim() === '' || text.trim() === '')) return 'notice';
	if (on.hide && hide.parts.length === 0) return 'parts';
	return on.protect && protect.expiry.trim() === '' ? 'length' : null;
}
