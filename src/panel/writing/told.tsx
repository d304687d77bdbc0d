/** What became of something that was written: sending, arrived, or kept here with the reason. */
import { usePanel } from '../panel.ts';
import { Message } from '../ui/message.tsx';
import { problemWords } from '../ui/problem.tsx';
import { Progress } from '../ui/progress.tsx';
import type { Writing } from './use-writing.ts';

/** In the words of the part that it is said in. */
export interface ToldWords {
	readonly sending: string;
	readonly arrived: string;
	readonly earlier: string;
	readonly empty: string;
	readonly kept: string;
}

export function Told({ writing, unsaved, say }: { writing: Writing; unsaved: boolean; say: ToldWords }) {
	const { t } = usePanel();
	const { sending, problem, told } = writing;
	return (
		<div aria-live="polite">
			{sending && <Progress label={say.sending} />}
			{told && <Message type={told === 'arrived' ? 'success' : 'notice'}>{say[told]}</Message>}
			{problem && (
				<Message type="warning">
					<p>{problemWords(t, problem.problem, problem.params)}</p>
					<p>{say.kept}</p>
				</Message>
			)}
			{unsaved && <Message type="warning">{t('problem-storage-failed')}</Message>}
		</div>
	);
}
