/** Revisions of a page as the wiki tells them: text, author, time, and what it hides. */
import * as v from 'valibot';
import { RevisionId, Timestamp } from '../contract/primitives.ts';
import { done, type Outcome } from '../contract/problem.ts';
import { ask, type WikiTransport } from './transport.ts';

export interface Revision {
	readonly id: number;
	/** 0 where the page began with it. */
	readonly parent: number;
	/** null where the wiki hides who it was. */
	readonly user: string | null;
	/** ISO, as the wiki says: an imported revision carries whatever time its importer wrote. */
	readonly at: string;
	/** null where it was not asked for or is hidden. */
	readonly text: string | null;
	readonly textHidden: boolean;
	/** Hidden from administrators too. */
	readonly suppressed: boolean;
}

export interface Page {
	readonly title: string;
	readonly namespace: number;
	readonly missing: boolean;
	readonly revisions: readonly Revision[];
	/** Give it back as `rvcontinue` for more. */
	readonly next: string | null;
}

const RevisionShape = v.object({
	revid: RevisionId,
	parentid: v.optional(v.number(), 0),
	user: v.optional(v.string()),
	timestamp: v.optional(Timestamp, '1970-01-01T00:00:00Z'),
	texthidden: v.optional(v.boolean(), false),
	suppressed: v.optional(v.boolean(), false),
	slots: v.optional(
		v.object({ main: v.optional(v.object({ content: v.optional(v.string()), texthidden: v.optional(v.boolean()) })) }),
	),
});

const PagesShape = v.object({
	continue: v.optional(v.object({ rvcontinue: v.optional(v.string()) })),
	query: v.optional(
		v.object({
			pages: v.optional(
				v.array(
					v.object({
						title: v.optional(v.string(), ''),
						ns: v.optional(v.number(), 0),
						missing: v.optional(v.boolean(), false),
						invalid: v.optional(v.boolean(), false),
						revisions: v.optional(v.array(RevisionShape), []),
					}),
				),
				[],
			),
		}),
		{},
	),
});

const withText = 'ids|timestamp|user|content';
const withoutText = 'ids|timestamp|user';

/** `prop=revisions` with these parameters, one page object a title. */
export async function queryRevisions(
	transport: WikiTransport,
	params: Readonly<Record<string, string>>,
	text: boolean,
): Promise<Outcome<Page[]>> {
	const answer = await ask(
		transport,
		{
			action: 'query',
			params: { prop: 'revisions', rvprop: text ? withText : withoutText, rvslots: 'main', ...params },
		},
		PagesShape,
	);
	if (!answer.ok) return answer;
	const next = answer.value.continue?.rvcontinue ?? null;
	return done(
		answer.value.query.pages.map((page) => ({
			title: page.title,
			namespace: page.ns,
			missing: page.missing || page.invalid,
			next,
			revisions: page.revisions.map((revision) => ({
				id: revision.revid,
				parent: revision.parentid,
				user: revision.user ?? null,
				at: revision.timestamp,
				text: revision.slots?.main?.content ?? null,
				textHidden: revision.texthidden || (revision.slots?.main?.texthidden ?? false),
				suppressed: revision.suppressed,
			})),
		})),
	);
}

const missingPage = (title: string): Page => ({ title, namespace: 0, missing: true, revisions: [], next: null });

/** One page's revisions, newest first unless `rvdir` says otherwise; a page that is not there has `missing`. */
export async function readPage(
	transport: WikiTransport,
	title: string,
	params: Readonly<Record<string, string>> = {},
	text = true,
): Promise<Outcome<Page>> {
	const answer = await queryRevisions(transport, { titles: title, rvlimit: '1', ...params }, text);
	return answer.ok ? done(answer.value[0] ?? missingPage(title)) : answer;
}

/** The newest revisions that this account itself made on a page, newest first. */
export function readPageBy(transport: WikiTransport, title: string, user: string, limit = 1): Promise<Outcome<Page>> {
	return readPage(transport, title, { rvuser: user, rvlimit: String(limit) });
}
