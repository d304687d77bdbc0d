/** How long a case is kept: holding it, and erasing it, each by two people. */
import { useState } from 'preact/hooks';
import { noViolationDays } from '../../../../domain/case/retention.ts';
import type { Problem } from '../../../../contract/problem.ts';
import type { CaseRow } from '../../../../contract/case.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { usePanel } from '../../../panel.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { useKeepWords } from '../folded/words.ts';
import type { CaseLog } from '../log/use-case-log.ts';
import { conflictOf } from '../log/write.ts';
import type { CaseTalk } from '../talk/use-talk.ts';
import { Erase } from './erase.tsx';
import { keepingOf, type Asked } from './standing.ts';

const refusals = { held: 'keep-held', 'second-person': 'keep-second', stale: 'keep-stale' } as const;
const day = 24 * 3_600_000;

/** `now`: the backend's clock. */
export function Keep(props: {
	talk: CaseTalk;
	log: CaseLog;
	keys: HandlerKeys;
	now: string;
	onRow: (row: CaseRow) => void;
	onBack: () => void;
}) {
	const { words } = usePanel();
	const say = useKeepWords();
	const { talk, log, keys, now, onRow, onBack } = props;
	const [problem, setProblem] = useState<Problem | null>(null);
	if (!say) return null;
	const { hold, holdBy, eraseBy } = keepingOf(log.row, log.events);
	const write = async (kind: 'hold' | 'lift-hold' | 'erase'): Promise<void> => {
		const written = await log.write({ kind, data: {} });
		setProblem(written.ok ? null : written);
		// Nobody holds a grant of what is erased.
		if (!written.ok || written.value.grants.length > 0) return;
		onBack();
		onRow(written.value);
	};
	const nameOf = (asked: Asked | null): string => asked?.name ?? say('somebody');
	const isMine = (asked: Asked | null): boolean => asked?.key === keys.public.id;
	const decision = talk.messages.findLast(({ body }) => body?.kind === 'decision')?.body?.outcome;
	const isOver = log.row.state === 'decided' || log.row.state === 'closed';
	const over = Date.parse(log.row.since) + noViolationDays * day;
	const why = problem && conflictOf(problem)?.why;
	return (
		<div class="wh-accordions">
			<Accordion title={say('keep-title')} description={say(`keep-${hold}`, nameOf(holdBy))}>
				{decision === 'no-violation' && isOver && over <= Date.parse(now) && (
					<p>{say('keep-cleared', words.time(log.row.since))}</p>
				)}
				<div class="wh-actions">
					{hold === 'none' && <Button onPress={() => void write('hold')}>{say('hold-ask')}</Button>}
					{hold === 'asked' && !isMine(holdBy) && (
						<Button onPress={() => void write('hold')}>{say('hold-agree')}</Button>
					)}
					{hold === 'asked' && <Button onPress={() => void write('lift-hold')}>{say('hold-take-back')}</Button>}
					{hold === 'on' && <Button onPress={() => void write('lift-hold')}>{say('hold-end')}</Button>}
					{hold === 'lifting' && !isMine(holdBy) && (
						<Button onPress={() => void write('lift-hold')}>{say('hold-end-agree')}</Button>
					)}
				</div>
				{(hold === 'none' || hold === 'asked') && (
					<Erase asked={eraseBy && nameOf(eraseBy)} mine={isMine(eraseBy)} onErase={() => write('erase')} say={say} />
				)}
				{why && why in refusals ? (
					<Message live>{say(refusals[why as keyof typeof refusals])}</Message>
				) : (
					problem && <ProblemMessage problem={problem} />
				)}
			</Accordion>
		</div>
	);
}
