/** The pieces collected so far: quote, author, time, page, what the wiki says of each, and a way to take it out. */
import { cdxIconClose } from '@wikimedia/codex-icons';
import type { Piece } from '../../../../contract/tray.ts';
import type { TrayWords } from '../../../attachments/words.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { WikiLink } from '../../../ui/link.tsx';
import { Quote } from '../../../ui/quote.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { pieceKey } from './store.ts';
import type { TrayState } from './use-tray.ts';

function Item({ piece, state, say }: { piece: Piece; state: TrayState; say: TrayWords }) {
	const { t, words } = usePanel();
	const evidence = piece.evidence ?? state.unanswered.get(pieceKey(piece.target));
	const { author, at, page, quote } = evidence?.target ?? piece.target;
	const who = author ?? t('author-unknown');
	const asked = evidence?.state;
	return (
		<li class="wh-card">
			{quote && <Quote text={quote} />}
			<p class="wh-line">
				<bdi class="wh-name">{who}</bdi>
				{at && <time dateTime={at}>{words.time(at)}</time>}
				{page && (evidence ? <WikiLink url={evidence.permalink}>{page}</WikiLink> : <bdi>{page}</bdi>)}
			</p>
			<p class="wh-line">
				<Tag kind={asked === 'confirmed' ? 'success' : asked ? 'warning' : 'notice'}>
					{asked ? t(`evidence-${asked}`) : t('evidence-asking')}
				</Tag>
				<Button
					icon={cdxIconClose}
					weight="quiet"
					size="small"
					label={say('tray-remove', [who, ...(page ? [page] : [])].join(', '))}
					onPress={() => void state.remove(piece)}
				/>
			</p>
		</li>
	);
}

export function Pieces({ state, say }: { state: TrayState; say: TrayWords }) {
	const pieces = state.tray?.pieces ?? [];
	if (pieces.length === 0) return null;
	return (
		<section class="wh-tray" aria-labelledby="wh-pieces">
			<h2 id="wh-pieces" class="wh-subheading">
				{say('tray-pieces')}
			</h2>
			<ul class="wh-list">
				{pieces.map((piece) => (
					<Item key={pieceKey(piece.target)} piece={piece} state={state} say={say} />
				))}
			</ul>
		</section>
	);
}
