/** Reads revisions for one piece of evidence, each at most once. */
import { done, type Outcome } from '../../contract/problem.ts';
import { queryRevisions, readPage, type Page, type Revision } from '../../wiki/revisions.ts';
import type { WikiTransport } from '../../wiki/transport.ts';

export interface FoundRevision {
	/** Title of the page as it is now: it may have been moved since. */
	readonly title: string;
	readonly revision: Revision;
}

export interface Texts {
	readonly transport: WikiTransport;
	/** null for a revision that is not there any more. */
	byId(id: number): Promise<Outcome<FoundRevision | null>>;
	/** Newest revision of a page; null for a page that is not there. */
	newest(title: string): Promise<Outcome<FoundRevision | null>>;
	/** Newest revision at or before a time; null before the page began. */
	before(title: string, at: string): Promise<Outcome<Revision | null>>;
	pages(params: Readonly<Record<string, string>>): Promise<Outcome<Page[]>>;
}

export function createTexts(transport: WikiTransport): Texts {
	const known = new Map<number, FoundRevision>();
	const keep = (page: Page | undefined): FoundRevision | null => {
		const [revision] = page?.revisions ?? [];
		if (!page || !revision) return null;
		const found = { title: page.title, revision };
		known.set(revision.id, found);
		return found;
	};
	return {
		transport,
		async byId(id) {
			const old = known.get(id);
			if (old) return done(old);
			const pages = await queryRevisions(transport, { revids: String(id) }, true);
			return pages.ok ? done(keep(pages.value[0])) : pages;
		},
		async newest(title) {
			const page = await readPage(transport, title);
			return page.ok ? done(keep(page.value)) : page;
		},
		async before(title, at) {
			const page = await readPage(transport, title, { rvstart: at });
			return page.ok ? done(keep(page.value)?.revision ?? null) : page;
		},
		pages: (params) => queryRevisions(transport, params, true),
	};
}
