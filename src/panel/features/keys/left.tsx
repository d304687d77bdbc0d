/** People who are on no team any more: their grants are taken off, from all of the own reports at once. */
import { useRef } from 'preact/hooks';
import { handlerVerbs } from '../../../contract/handler-verbs.ts';
import type { Outcome } from '../../../contract/problem.ts';
import { teamVerbs } from '../../../contract/team-verbs.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { signEvent } from '../../sealing/event.ts';
import { BulkTold } from '../../team/bulk-told.tsx';
import { useBulk } from '../../team/use-bulk.ts';
import type { TeamWords } from '../../team/words.ts';
import { Button } from '../../ui/button.tsx';

export function Left({ keys, say }: { keys: HandlerKeys; say: TeamWords }) {
	const { services, facts } = usePanel();
	const { wiki } = facts;
	const { bulk, run } = useBulk();
	const asked = useAsk(wiki, () => services.keeperFor(teamVerbs).call('leftCases', { wiki }));
	const last = useRef<ReadonlyMap<string, readonly string[]>>(new Map());
	if (asked.state === 'done') last.current = new Map(asked.value.reports.map((one) => [one.id, one.keys]));
	const left = last.current;
	const takeOff = async (id: string): Promise<Outcome<unknown>> => {
		const keeper = services.keeperFor(handlerVerbs);
		const read = await keeper.call('caseEvents', { wiki, id });
		if (!read.ok) return read;
		const gone = read.value.holders.map(({ key }) => key).filter((key) => left.get(id)?.includes(key));
		if (gone.length === 0) return read;
		const draft = { kind: 'revoke' as const, data: { keys: gone } };
		const signed = await signEvent(draft, read.value.row, keys, new Date().toISOString());
		return signed.ok ? keeper.call('writeEvent', { wiki, id, ...signed.value }) : signed;
	};
	// Where it cannot be asked, or there is nothing, nobody has to hear of it.
	if (left.size === 0 && bulk.state === 'idle') return null;
	return (
		<section class="wh-section" aria-labelledby="wh-left">
			<h2 id="wh-left" class="wh-subheading">
				{say('left-heading')}
			</h2>
			<BulkTold bulk={bulk} say={say} />
			{left.size > 0 && bulk.state !== 'working' && (
				<>
					<p>{say('left-count', left.size)}</p>
					<Button onPress={() => void run([...left.keys()], takeOff).then(asked.again)}>{say('left-do')}</Button>
				</>
			)}
		</section>
	);
}
