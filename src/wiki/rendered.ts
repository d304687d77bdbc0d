/** One revision with its source and its HTML, in one call of the wiki's parser. */
import * as v from 'valibot';
import { RevisionId, Title } from '../contract/primitives.ts';
import { done, failed, type Outcome } from '../contract/problem.ts';
import type { Rendered } from '../contract/reading.ts';
import { ask, type WikiTransport } from './transport.ts';

const Shape = v.object({
	parse: v.object({
		title: Title,
		revid: RevisionId,
		text: v.string(),
		wikitext: v.string(),
	}),
});

/** By revision, else the newest of a title. */
export async function readRendered(
	transport: WikiTransport,
	of: { readonly revision?: number | undefined; readonly title?: string | undefined },
): Promise<Outcome<Rendered>> {
	const { revision, title } = of;
	if (revision === undefined && title === undefined) return failed('bad-input');
	const answer = await ask(
		transport,
		{
			action: 'parse',
			params: {
				...(revision === undefined ? { page: title ?? '' } : { oldid: String(revision) }),
				prop: 'text|wikitext|revid',
				disablelimitreport: '1',
				disableeditsection: '1',
			},
		},
		Shape,
	);
	if (!answer.ok) return answer;
	const { parse } = answer.value;
	return done({ title: parse.title, revision: parse.revid, html: parse.text, wikitext: parse.wikitext });
}
