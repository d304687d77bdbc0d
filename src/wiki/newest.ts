/** The newest revisions of many pages in few calls. */
import { done, type Outcome } from '../contract/problem.ts';
import { queryRevisions, type Page } from './revisions.ts';
import type { WikiTransport } from './transport.ts';

/** One page object a title that the wiki knows how to write, fifty a call. */
export async function readNewest(transport: WikiTransport, titles: readonly string[]): Promise<Outcome<Page[]>> {
	const pages: Page[] = [];
	for (let at = 0; at < titles.length; at += 50) {
		const answer = await queryRevisions(transport, { titles: titles.slice(at, at + 50).join('|') }, true);
		if (!answer.ok) return answer;
		pages.push(...answer.value);
	}
	return done(pages);
}
