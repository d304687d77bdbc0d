/** Pages that several of them edited; pages and namespaces can be left out everywhere. */
import type { SharedPage } from '../../../../engines/timeline/shared-pages.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import type { ViewWords } from './words.ts';

export interface Hidings {
	readonly pages: readonly string[];
	/** By number, with the name that titles begin with. */
	readonly namespaces: readonly number[];
}

/** As the titles in it begin: the wiki's own name of it. */
const namespaceName = ({ page, namespace }: SharedPage, say: ViewWords): string =>
	namespace === 0 ? say('view-main') : page.slice(0, page.indexOf(':'));

export function Hiding(props: {
	pages: readonly SharedPage[];
	hidden: Hidings;
	onHide: (hidden: Hidings) => void;
	say: ViewWords;
}) {
	const { words } = usePanel();
	const { pages, hidden, onHide, say } = props;
	const some = hidden.pages.length + hidden.namespaces.length > 0;
	const namespaces = [...new Map(pages.map((one) => [one.namespace, namespaceName(one, say)]))];
	return (
		<>
			{pages.length === 0 && <p>{say('view-no-pages')}</p>}
			<ul class="wh-list">
				{pages.map(({ page, edits, first }) => (
					<li key={page}>
						<bdi class="wh-name">{page}</bdi>
						<p class="wh-small">
							{words.list(Object.entries(edits).map(([user, count]) => say('view-edits', user, count)))}{' '}
							{say('view-first', first)}
						</p>
						<Button
							size="small"
							label={say('view-hide-page', page)}
							onPress={() => onHide({ ...hidden, pages: [...hidden.pages, page] })}
						>
							{say('view-hide')}
						</Button>
					</li>
				))}
			</ul>
			{namespaces.length > 1 && (
				<div class="wh-actions">
					{namespaces.map(([id, name]) => (
						<Button key={id} size="small" onPress={() => onHide({ ...hidden, namespaces: [...hidden.namespaces, id] })}>
							{say('view-hide-namespace', name)}
						</Button>
					))}
				</div>
			)}
			{some && (
				<p aria-live="polite">
					{say('view-hidden', hidden.pages.length, hidden.namespaces.length)}{' '}
					<Button size="small" onPress={() => onHide({ pages: [], namespaces: [] })}>
						{say('view-show-all')}
					</Button>
				</p>
			)}
		</>
	);
}
