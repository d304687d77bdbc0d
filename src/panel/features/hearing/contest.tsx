/** Asking for another handler to look again, once. */
import { Answer, type AnswerProps } from './answer.tsx';

export function Contest(props: AnswerProps) {
	const { say } = props;
	return (
		<>
			<p>{say('hearing-contest-words')}</p>
			<Answer
				{...props}
				kept="contest"
				kind="appeal"
				verb="contestDecision"
				label={say('hearing-contest-label')}
				help={say('hearing-contest-help')}
				button={say('hearing-contest-send')}
			/>
		</>
	);
}
