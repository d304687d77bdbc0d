/** What became of something that was written: sending, arrived, or kept here with the reason. */
import { usePanel } from '../../panel.ts';
import { Message } from '../../ui/message.tsx';
import { problemWords } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { Writing } from './use-writing.ts';
import type { FollowWords } from './words.ts';

export function Told(props: {
	writing: Writing;
	unsaved: boolean;
	empty: 'follow-write-empty' | 'follow-appeal-empty';
	say: FollowWords;
}) {
	const { t } = usePanel();
	const { say } = props;
	const { sending, problem, told } = props.writing;
	const words = {
		arrived: say('follow-write-sent'),
		earlier: say('follow-write-earlier'),
		empty: say(props.empty),
	};
	return (
		<div aria-live="polite">
			{sending && <Progress label={say('follow-write-sending')} />}
			{told && <Message type={told === 'arrived' ? 'success' : 'notice'}>{words[told]}</Message>}
			{problem && (
				<Message type="warning">
					<p>{problemWords(t, problem.problem, problem.params)}</p>
					<p>{say('follow-write-kept')}</p>
				</Message>
			)}
			{props.unsaved && <Message type="warning">{t('problem-storage-failed')}</Message>}
		</div>
	);
}
