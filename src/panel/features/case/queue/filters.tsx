/** What narrows the queue down: each choice with the number of cases it would show. */
import type { DeskQuery } from '../../../../contract/desk-choices.ts';
import { kindIds, routeIds } from '../../../../domain/report/kinds.ts';
import { reportStates } from '../../../../domain/report/states.ts';
import { sectionNumber } from '../../../clause.ts';
import { usePanel } from '../../../panel.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { clauseIds } from '../../../../domain/conduct/clauses.ts';
import type { Counts, Facet } from './filter.ts';
import { Select, type Option } from './select.tsx';
import type { QueueWords } from './words.ts';

interface FiltersProps {
	query: DeskQuery;
	counts: Counts;
	onQuery: (part: Partial<DeskQuery>) => void;
	word: QueueWords;
}

/** What no case has is left out, except where it is chosen. */
function useOptions({ query, counts, word }: FiltersProps) {
	const { words } = usePanel();
	return <Id extends string>(facet: Facet, ids: readonly Id[], labelOf: (id: Id) => string): Option[] =>
		ids
			.filter((id) => counts.facets[facet].has(id) || query[facet] === id)
			.map((id) => ({
				id,
				label: word('filter-option', labelOf(id), words.number(counts.facets[facet].get(id) ?? 0)),
			}));
}

export function Filters(props: FiltersProps) {
	const { t, words } = usePanel();
	const { query, counts, onQuery, word } = props;
	const optionsOf = useOptions(props);
	const wikis = [...counts.facets.wiki.keys()].sort();
	const select = <F extends Facet, Id extends NonNullable<DeskQuery[F]> & string>(
		facet: F,
		ids: readonly Id[],
		labelOf: (id: Id) => string,
	) => (
		<Select
			label={word(`filter-${facet}`)}
			none={word('filter-any')}
			options={optionsOf(facet, ids, labelOf)}
			chosen={query[facet]}
			onChoose={(id) => onQuery({ [facet]: ids.find((one) => one === id) ?? null })}
		/>
	);
	return (
		<div class="wh-filters">
			{select('kind', kindIds, (id) => t(`kind-${id}`))}
			{select('state', reportStates, (id) => t(`state-${id}`))}
			{select('clause', clauseIds, (id) => sectionNumber(id))}
			{select('route', routeIds, (id) => word(`route-${id}`))}
			{select('whose', ['mine', 'unassigned'], (id) => word(`whose-${id}`))}
			{wikis.length > 1 && select('wiki', wikis, (id) => id)}
			<Checkbox
				label={word('filter-option', word('filter-overdue'), words.number(counts.overdue))}
				checked={query.overdue}
				onCheck={(overdue) => onQuery({ overdue })}
			/>
		</div>
	);
}
