/** Everything that a report can do without: folded, and loaded once the form stands there. */
import type { Draft } from '../../../../contract/vault.ts';
import { Details } from './details.tsx';
import { Reporter } from './reporter.tsx';
import { Wishes } from './wishes.tsx';
import { useReportWords } from '../../../words/form.ts';

export function Optional(props: {
	draft: Draft;
	user: string | null;
	named: readonly string[];
	agreed: boolean;
	change: (part: Partial<Draft>) => void;
}) {
	const say = useReportWords();
	const { draft, change } = props;
	if (!say) return null;
	return (
		<div class="wh-accordions">
			<Details draft={draft} change={change} say={say} />
			<Wishes draft={draft} change={change} say={say} />
			<Reporter
				wiki={draft.target.wiki}
				mode={draft.mode ?? 'anonymous'}
				user={props.user}
				named={props.named}
				agreed={props.agreed}
				onMode={(mode) => change({ mode })}
				say={say}
			/>
		</div>
	);
}
