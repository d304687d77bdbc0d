/** An answer to the handlers. */
import { Answer, type AnswerProps } from './answer.tsx';

export function Say(props: AnswerProps) {
	const { say } = props;
	return (
		<Answer
			{...props}
			kept="hearing"
			kind="message"
			verb="sayInHearing"
			label={say('hearing-write')}
			help={say('hearing-write-help')}
			button={say('hearing-send')}
			weight="primary"
		/>
	);
}
