/** In the place of a quote whose revision is for oversighters by now. */
import { useContext, useState } from 'preact/hooks';
import type { Evidence } from '../../../../contract/evidence.ts';
import type { Problem } from '../../../../contract/problem.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { sealWords } from './seal-words.ts';
import { SealedWords } from './sealed-words.tsx';
import { SealingContext } from './sealing.ts';
import { useKeepWords } from './words.ts';

export function Withheld({ evidence }: { evidence: Evidence }) {
	const panel = usePanel();
	const say = useKeepWords();
	const sealing = useContext(SealingContext);
	const [busy, setBusy] = useState(false);
	const [problem, setProblem] = useState<Problem | null>(null);
	if (!say || !sealing) return null;
	const { log, body, keys } = sealing;
	const at = body.evidence.indexOf(evidence);
	if (evidence.withheld) {
		return (
			<>
				<Message live>{say('withheld-sealed')}</Message>
				<SealedWords at={at} sealing={sealing} say={say} />
			</>
		);
	}
	const seal = async (): Promise<void> => {
		if (!log) return;
		setBusy(true);
		const less = await sealWords(panel, { log, keys }, at);
		setBusy(false);
		setProblem(less.ok ? null : less);
		if (less.ok) sealing.onLess(less.value);
	};
	return (
		<>
			<Message>{say('withheld')}</Message>
			{log && (
				<>
					<p class="wh-small">{say('withhold-help')}</p>
					{problem && <ProblemMessage problem={problem} />}
					<div class="wh-actions">
						<Button disabled={busy} onPress={() => void seal()}>
							{say('withhold')}
						</Button>
					</div>
				</>
			)}
		</>
	);
}
