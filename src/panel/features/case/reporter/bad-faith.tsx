/** Saying that a report was sent in bad faith: two handlers are needed, it is told, and a third can take it back. */
import { useState } from 'preact/hooks';
import { handlerVerbs } from '../../../../contract/handler-verbs.ts';
import type { Outcome, Problem } from '../../../../contract/problem.ts';
import { usePanel } from '../../../panel.ts';
import type { Attested } from '../../../sealing/attested.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import type { CaseTalk } from '../talk/use-talk.ts';
import type { CaseWords } from '../words.ts';

/** As many as it takes. */
const enough = 2;

export function BadFaith(props: {
	talk: CaseTalk;
	user: string;
	attested: Attested;
	again: () => void;
	/** The second one said so: its reporter is to be told. */
	onFound: () => void;
	say: CaseWords;
}) {
	const { services, facts } = usePanel();
	const { talk, user, attested, say } = props;
	const [ticked, setTicked] = useState(false);
	const [untold, setUntold] = useState(false);
	const [problem, setProblem] = useState<Problem | null>(null);
	const keeper = services.keeperFor(handlerVerbs);
	const { findings, mine } = talk.thread.badFaith;
	const of = { wiki: facts.wiki, id: talk.thread.row.id };
	const settle = (outcome: Outcome<unknown>): void => {
		setProblem(outcome.ok ? null : outcome);
		props.again();
	};
	const find = async (): Promise<void> => {
		setUntold(!ticked);
		if (!ticked) return;
		const found = await keeper.call('findBadFaith', { ...of, ...attested });
		if (found.ok && found.value.findings >= enough) props.onFound();
		settle(found);
	};
	return (
		<>
			<p>{say('faith-words')}</p>
			<p>{say('faith-follows', user)}</p>
			{findings > 0 && <p aria-live="polite">{say('faith-findings', findings)}</p>}
			{problem && <ProblemMessage problem={problem} />}
			{!mine && findings < enough && (
				<>
					<Checkbox label={say('faith-tick')} checked={ticked} onCheck={setTicked} />
					{untold && !ticked && <p role="alert">{say('faith-tick-first')}</p>}
					<Button action="destructive" onPress={() => void find()}>
						{say('faith-say')}
					</Button>
				</>
			)}
			{!mine && findings > 0 && (
				<>
					<p>{say('faith-lift-words')}</p>
					<Button onPress={() => void keeper.call('liftBadFaith', { ...of, user }).then(settle)}>
						{say('faith-lift')}
					</Button>
				</>
			)}
			{mine && <p>{say(findings < enough ? 'faith-mine-waits' : 'faith-mine')}</p>}
		</>
	);
}
