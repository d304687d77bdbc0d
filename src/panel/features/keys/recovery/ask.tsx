/** Asking another holder of shares to open something together: one report, or what a team can read no more. */
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { randomText } from '../../../../contract/bytes.ts';
import { ReportId } from '../../../../contract/primitives.ts';
import type { Problem } from '../../../../contract/problem.ts';
import type { RecoveryPair } from '../../../../contract/team.ts';
import { teamVerbs } from '../../../../contract/team-verbs.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { usePanel } from '../../../panel.ts';
import { longestReason, sealReason } from '../../../sealing/reason.ts';
import { passShare } from '../../../sealing/recovery.ts';
import type { TeamWords } from '../../../team/words.ts';
import { Button } from '../../../ui/button.tsx';
import { Chips } from '../../../ui/chips.tsx';
import { Message } from '../../../ui/message.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { TextArea, TextInput } from '../../../ui/text.tsx';
import { useConfig } from '../../../use-config.ts';

export function Ask(props: { keys: HandlerKeys; pairs: readonly RecoveryPair[]; again: () => void; say: TeamWords }) {
	const { services, facts, t } = usePanel();
	const { keys, pairs, say } = props;
	const config = useConfig(facts.wiki);
	const [of, setOf] = useState<'report' | 'team'>('report');
	const [number, setNumber] = useState('');
	const [team, setTeam] = useState<string | null>(null);
	const [why, setWhy] = useState('');
	const [pressed, setPressed] = useState(false);
	const [told, setTold] = useState<Problem | 'asked' | null>(null);
	const teams = config.state === 'done' ? Object.entries(config.value.config.teams) : [];
	const report = number.trim();
	const isNumber = v.is(ReportId, report);
	const fault = why.trim() === '' ? say('why-first') : why.length > longestReason ? t('problem-too-long') : undefined;
	const ask = async (): Promise<void> => {
		setPressed(true);
		setTold(null);
		const scope = of === 'report' ? isNumber && ({ of, report } as const) : team !== null && ({ of, team } as const);
		if (!scope || fault !== undefined) return;
		const id = randomText(16);
		const passed: { key: string; box: string }[] = [];
		for (const pair of pairs) {
			const share = await passShare(pair, pair.other.key.age, keys);
			if (!share.ok) return setTold(share);
			passed.push(share.value);
		}
		const reason = await sealReason(id, why, [keys.public.age, ...pairs.map(({ other }) => other.key.age)]);
		const asked = await services
			.keeperFor(teamVerbs)
			.call('askRecovery', { wiki: facts.wiki, id, scope, reason, passed });
		setTold(asked.ok ? 'asked' : asked);
		if (!asked.ok) return;
		setNumber('');
		setWhy('');
		setPressed(false);
		props.again();
	};
	return (
		<>
			<Chips
				legend={say('recovery-of')}
				chips={[
					{ id: 'report', label: say('recovery-of-report') },
					{ id: 'team', label: say('recovery-of-team') },
				]}
				chosen={of}
				onChoose={setOf}
			/>
			{of === 'report' ? (
				<TextInput
					label={say('recovery-number')}
					error={pressed && !isNumber ? say('recovery-number-wrong') : undefined}
					value={number}
					maxLength={60}
					onText={setNumber}
				/>
			) : (
				<Chips
					legend={say('recovery-team')}
					chips={teams.map(([id, { name }]) => ({ id, label: name }))}
					chosen={team}
					onChoose={setTeam}
				/>
			)}
			{of === 'team' && pressed && team === null && <p role="alert">{say('choose-first')}</p>}
			<TextArea
				label={say('recovery-why')}
				help={say('recovery-why-help')}
				error={pressed ? fault : undefined}
				rows={3}
				value={why}
				onText={setWhy}
			/>
			{told === 'asked' ? (
				<Message type="success" live>
					{say('recovery-asked')}
				</Message>
			) : told?.problem === 'not-found' ? (
				<Message live>{say('recovery-none')}</Message>
			) : (
				told && <ProblemMessage problem={told} />
			)}
			<Button action="progressive" onPress={() => void ask()}>
				{say('recovery-ask')}
			</Button>
		</>
	);
}
