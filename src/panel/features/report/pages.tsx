/** Links to pages of the wiki, or of elsewhere where it says so. */
import type { KindId } from '../../../domain/report/kinds.ts';
import { usePanel } from '../../panel.ts';
import { WikiLink } from '../../ui/link.tsx';

export interface Page {
	readonly title?: string | undefined;
	readonly url?: string | undefined;
	readonly label?: string | undefined;
	readonly kinds?: readonly KindId[] | undefined;
}

/** Those for this kind first; what is for other kinds only is left out. */
export function pagesFor(pages: readonly Page[], kind: KindId | null): Page[] {
	const own = pages.filter(({ kinds }) => kinds && (kind === null || kinds.includes(kind)));
	const all = [...own, ...pages.filter(({ kinds }) => !kinds)];
	return [...new Map(all.map((page) => [page.url ?? page.title, page])).values()];
}

export function Pages({ wiki, pages }: { wiki: string; pages: readonly Page[] }) {
	const { facts } = usePanel();
	const addressOf = ({ title, url }: Page): string => {
		if (url !== undefined) return url;
		const path = facts.articlePath.replace('$1', () => encodeURIComponent((title ?? '').replace(/ /g, '_')));
		return new URL(path, wiki).href;
	};
	return (
		<ul class="wh-list">
			{pages.map((page) => (
				<li key={page.url ?? page.title}>
					<WikiLink url={addressOf(page)}>{page.label ?? page.title ?? page.url}</WikiLink>
				</li>
			))}
		</ul>
	);
}
