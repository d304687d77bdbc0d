/** After a new key: every report that only the earlier one opens is given to it, and then the earlier one is forgotten. */
import { done } from '../../../contract/problem.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { BulkTold } from '../../team/bulk-told.tsx';
import { giveReport } from '../../team/give.ts';
import { useBulk } from '../../team/use-bulk.ts';
import type { TeamWords } from '../../team/words.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import { allCases } from './all-cases.ts';

export function Move(props: {
	user: string;
	keys: HandlerKeys;
	former: HandlerKeys;
	onForget: () => Promise<void>;
	say: TeamWords;
}) {
	const { services, facts, t } = usePanel();
	const { user, keys, former, say } = props;
	const { bulk, run } = useBulk();
	const { wiki } = facts;
	const asked = useAsk(`${former.public.id} ${keys.public.id}`, async () => {
		const rows = await allCases(services, wiki);
		if (!rows.ok) return rows;
		const opens = ({ grants }: (typeof rows.value)[number], id: string): boolean =>
			grants.some(({ key }) => key === id);
		const left = rows.value.filter((row) => opens(row, former.public.id) && !opens(row, keys.public.id));
		return done(left.map(({ id }) => id));
	});
	const move = async (ids: readonly string[]): Promise<void> => {
		const to = { name: user, key: keys.public };
		await run(ids, (id) => giveReport(services, { wiki, id }, to, { opener: former, signer: keys }));
		asked.again();
	};
	return (
		<section class="wh-section" aria-labelledby="wh-move">
			<h2 id="wh-move" class="wh-subheading">
				{say('move-heading')}
			</h2>
			<BulkTold bulk={bulk} say={say} />
			{asked.state === 'asking' && bulk.state !== 'working' && <Progress label={t('loading')} />}
			{asked.state === 'failed' && <ProblemMessage problem={asked.problem} again={asked.again} />}
			{asked.state === 'done' && bulk.state !== 'working' && asked.value.length > 0 && (
				<>
					<p>{say('move-count', asked.value.length)}</p>
					<Button action="progressive" weight="primary" onPress={() => void move(asked.value)}>
						{say('move-do')}
					</Button>
				</>
			)}
			{asked.state === 'done' && asked.value.length === 0 && (
				<>
					<p>{say('move-none')}</p>
					<Button onPress={() => void props.onForget()}>{say('move-forget')}</Button>
				</>
			)}
		</section>
	);
}
