/** Agreeing as the second custodian: the own share goes to who asked, sealed to their key as this device knows it. */
import { useState } from 'preact/hooks';
import { handlerVerbs } from '../../../contract/handler-verbs.ts';
import type { Recipient } from '../../../contract/keeper.ts';
import type { Problem } from '../../../contract/problem.ts';
import { usePanel } from '../../panel.ts';
import { passOn } from '../../sealing/identity.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import type { LineProps } from './line.tsx';

export function Agree(props: LineProps & { share: string; custodians: readonly Recipient[] }) {
	const { services, facts } = usePanel();
	const { opening, keys, custodians, share, say } = props;
	const [problem, setProblem] = useState<Problem | null>(null);
	const asker = custodians.find(({ key }) => key.id === opening.askedKey);
	// The backend names who asked; a key that is not a known custodian's gets nothing.
	if (!asker) return <Message type="warning">{say('custody-key-unknown', opening.askedBy)}</Message>;
	const agree = async (): Promise<void> => {
		const box = await passOn(share, { report: opening.report, asked: asker.key.age, keys });
		const outcome = box.ok
			? await services
					.keeperFor(handlerVerbs)
					.call('approveOpening', { wiki: facts.wiki, opening: opening.id, share: box.value })
			: box;
		setProblem(outcome.ok ? null : outcome);
		if (outcome.ok || outcome.problem === 'conflict') props.again();
	};
	return (
		<>
			<p>{say('custody-agree-words', asker.name)}</p>
			{problem && <ProblemMessage problem={problem} />}
			<Button onPress={() => void agree()}>{say('custody-agree')}</Button>
		</>
	);
}
