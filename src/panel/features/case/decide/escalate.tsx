/** Passing a case on to another team: sealed to its keys, with a reason; whoever passes it on keeps it or gives it up. */
import { useState } from 'preact/hooks';
import type { Problem } from '../../../../contract/problem.ts';
import type { ReportBody } from '../../../../contract/report.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { usePanel } from '../../../panel.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Chips } from '../../../ui/chips.tsx';
import { Message } from '../../../ui/message.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { TextArea } from '../../../ui/text.tsx';
import type { CaseLog } from '../log/use-case-log.ts';
import { useColleagues, type Colleagues } from '../log/use-colleagues.ts';
import { couldRead, readersOf } from '../team/readers.ts';
import { passOn } from './pass-on.ts';
import type { DecideWords } from './words.ts';

type Colleague = Colleagues['people'][number];
interface EscalateProps {
	readonly body: ReportBody;
	readonly log: CaseLog;
	readonly keys: HandlerKeys;
	readonly onLeft: () => void;
	readonly say: DecideWords;
}

function Teams(props: EscalateProps & { free: readonly Colleague[]; leaving: readonly string[] }) {
	const { words } = usePanel();
	const { free, leaving, onLeft, say } = props;
	const [team, setTeam] = useState<string | null>(null);
	const [why, setWhy] = useState('');
	const [leaves, setLeaves] = useState(false);
	const [told, setTold] = useState<Problem | 'missing' | 'done' | null>(null);
	const teams = [...new Set(free.map((one) => one.team))];
	const send = async (): Promise<void> => {
		if (team === null || why.trim() === '') return setTold('missing');
		const to = free.filter((one) => one.team === team);
		const passed = await passOn(props, to, why.trim(), leaves ? leaving : []);
		setTold(passed.ok ? 'done' : passed);
		if (passed.ok && leaves) onLeft();
	};
	if (teams.length === 0) return <p>{say('escalate-none')}</p>;
	return (
		<>
			<p>{say('escalate-help')}</p>
			<Chips
				legend={say('escalate-team')}
				chips={teams.map((id) => ({
					id,
					label: id.replace(/^staff:/, ''),
					note: words.list(free.filter((one) => one.team === id).map(({ name }) => name)),
				}))}
				chosen={team}
				onChoose={setTeam}
			/>
			<TextArea label={say('escalate-why')} rows={2} value={why} onText={setWhy} />
			<Checkbox label={say('escalate-leave')} checked={leaves} onCheck={setLeaves} />
			{told === 'missing' && <p role="alert">{say('escalate-first')}</p>}
			{told === 'done' && (
				<Message type="success" live>
					{say('escalate-done')}
				</Message>
			)}
			{typeof told === 'object' && told && <ProblemMessage problem={told} />}
			<Button onPress={() => void send()}>{say('escalate-send')}</Button>
		</>
	);
}

export function Escalate(props: EscalateProps) {
	const { body, log, say } = props;
	const colleagues = useColleagues();
	if (!colleagues) return null;
	const readers = readersOf(log.holders, colleagues.people, body, colleagues.nameOf);
	const free = couldRead(readers, colleagues.people, body);
	// A colleague who is there is taken off by nobody else.
	const leaving = log.row.grants.map(({ key }) => key).filter((key) => log.holders.includes(key));
	return (
		<div class="wh-accordions">
			<Accordion title={say('escalate-title')}>
				<Teams {...props} free={free} leaving={leaving} />
			</Accordion>
		</div>
	);
}
