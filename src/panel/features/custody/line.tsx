/** One line of the log: who asked and why, who agreed, and what each may do now. */
import type { Opening } from '../../../contract/identity.ts';
import type { Recipient } from '../../../contract/keeper.ts';
import { done } from '../../../contract/problem.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { openReason } from '../../sealing/reason.ts';
import { Agree } from './agree.tsx';
import { Name } from './name.tsx';
import type { CustodyWords } from './words.ts';

export interface LineProps {
	opening: Opening;
	keys: HandlerKeys;
	/** null until they are known. */
	custodians: readonly Recipient[] | null;
	again: () => void;
	say: CustodyWords;
}

export function Line(props: LineProps) {
	const { words } = usePanel();
	const { opening, keys, custodians, say } = props;
	const { id, report, askedBy, approved } = opening;
	const reason = useAsk(id, async () => done({ text: await openReason(opening.reason, report, keys) }));
	const why = reason.state === 'done' ? reason.value.text : null;
	const mine = opening.askedKey === keys.public.id;
	return (
		<li class="wh-card">
			<h3 class="wh-card__title">{say('custody-line', report)}</h3>
			<p class="wh-small">{say('custody-asked-by', askedBy, words.time(opening.at))}</p>
			{reason.state === 'done' &&
				(why === null ? (
					<p class="wh-small">{say('custody-unreadable')}</p>
				) : (
					<p class="wh-words" dir="auto">
						{why}
					</p>
				))}
			{approved && <p class="wh-small">{say('custody-agreed', approved.by, words.time(approved.at))}</p>}
			{!approved && mine && <p>{say('custody-waits')}</p>}
			{/* Nobody agrees to a reason they cannot read. */}
			{!approved && !mine && why !== null && opening.share && custodians && (
				<Agree {...props} share={opening.share} custodians={custodians} />
			)}
			{opening.opened && opening.share && (
				<Name
					report={report}
					boxes={[opening.share, opening.opened.share]}
					sealed={opening.opened.sealed}
					keys={keys}
					say={say}
				/>
			)}
		</li>
	);
}
