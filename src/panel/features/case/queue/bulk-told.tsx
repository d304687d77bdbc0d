/** What became of something done to several reports: how far it is, and each that it was not done to, with the reason. */
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { problemWords } from '../../../ui/problem.tsx';
import { Progress } from '../../../ui/progress.tsx';
import type { Bulk, Left } from './use-bulk.ts';
import type { QueueWords } from './words.ts';

function LeftRow({ left: { one, problem }, word }: { left: Left; word: QueueWords }) {
	const { t } = usePanel();
	const what = one.summary ? t(`kind-${one.summary.kind}`) : t('clause', one.row.section.replace('ucoc:', ''));
	const why = problem
		? problemWords(t, problem.problem, problem.params)
		: word('bulk-not-now', t(`state-${one.row.state}`));
	return <li>{word('bulk-left', one.row.id.slice(0, 6), what, why)}</li>;
}

export function BulkTold({ bulk, word }: { bulk: Bulk; word: QueueWords }) {
	const { t } = usePanel();
	const { act, running, done, of, left } = bulk;
	if (!act) return null;
	if (running) return <Progress label={word('bulk-running', done, of)} />;
	return (
		<Message type={left.length > 0 ? 'warning' : 'success'} live>
			{(done > 0 || left.length === 0) && <p>{word(`bulk-done-${act.kind}`, done)}</p>}
			{left.length > 0 && (
				<>
					<p>{word('bulk-left-lead', left.length)}</p>
					<ul class="wh-list">
						{left.slice(0, 50).map((one) => (
							<LeftRow key={one.one.row.id} left={one} word={word} />
						))}
					</ul>
				</>
			)}
			<div class="wh-actions">
				{left.some(({ problem }) => problem !== null) && (
					<Button size="small" onPress={bulk.again}>
						{t('try-again')}
					</Button>
				)}
				<Button size="small" weight="quiet" onPress={bulk.clear}>
					{t('close')}
				</Button>
			</div>
		</Message>
	);
}
