/** One case: its reports, each fetched, opened with the own key, read and answered. */
import { cdxIconPrevious } from '@wikimedia/codex-icons';
import type { ComponentChildren } from 'preact';
import type { CaseRow } from '../../../contract/case.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { ViewHeading } from '../../ui/heading.tsx';
import { Break } from './folded/break.tsx';
import { Counters } from './counters.tsx';
import { RelatedCases } from './parties/related.tsx';
import type { Related } from './parties/related-reports.ts';
import { OneReport } from './one-report.tsx';
import type { Opened } from './queue/model.ts';
import type { CaseWords } from './words.ts';

/** Enough of a number to tell the reports of one case apart. */
const short = (id: string): string => id.slice(0, 6);

export function OneCase(props: {
	id: string;
	keys: HandlerKeys;
	/** Reports of the same thing, this one among them. */
	together: readonly Opened[];
	counters: readonly Opened[];
	related: readonly Related[];
	/** What can be done to the chosen report as a part of this case. */
	part: ComponentChildren;
	now: string;
	onGo: (id: string) => void;
	onBack: () => void;
	onRow: (row: CaseRow) => void;
	say: CaseWords;
}) {
	const { t } = usePanel();
	const { id, keys, together, counters, now, say } = props;
	const kind = together.find(({ row }) => row.id === id)?.summary?.kind;
	const reports = [...together].sort((one, other) => (one.row.id < other.row.id ? -1 : 1));
	return (
		<Break>
			<Button icon={cdxIconPrevious} iconTurns weight="quiet" onPress={props.onBack}>
				{say('case-back')}
			</Button>
			<ViewHeading>{kind ? t(`kind-${kind}`) : say('case-one')}</ViewHeading>
			{reports.length > 1 && (
				<>
					<Chips
						legend={say('case-together', reports.length)}
						chips={reports.map(({ row }) => ({
							id: row.id,
							label: say('case-number', short(row.id)),
							note: t(`state-${row.state}`),
						}))}
						chosen={id}
						onChoose={props.onGo}
					/>
					<p class="wh-small">{say('case-together-help')}</p>
				</>
			)}
			{props.part}
			<Counters counters={counters} onGo={props.onGo} say={say} />
			<RelatedCases related={props.related} onGo={props.onGo} />
			<OneReport key={id} id={id} keys={keys} now={now} onRow={props.onRow} onBack={props.onBack} say={say} />
		</Break>
	);
}
