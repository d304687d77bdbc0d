/** A key on this device: published or not, replaced, and what is done with reports that open to another key alone. */
import type { KeyPage } from '../../../contract/config.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { useSession } from '../../session/use-session.ts';
import type { Handler } from '../../session/use-handler.ts';
import { useTeamWords } from '../../team/words.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { Colleagues } from './colleagues.tsx';
import { Left } from './left.tsx';
import { Lost } from './lost.tsx';
import { MakeKey } from './make-key.tsx';
import { Move } from './move.tsx';
import { OwnKey } from './own-key.tsx';
import { Recovery } from './recovery/recovery.tsx';
import { useFormer } from './use-former.ts';

export function HeldKey(props: {
	handler: Handler;
	keys: HandlerKeys;
	page: Pick<KeyPage, 'key' | 'confirms'> | null;
	again: () => void;
}) {
	const { handler, keys, page, again } = props;
	const say = useTeamWords();
	const { session } = useSession();
	const former = useFormer(handler);
	if (!say || former.keys === undefined) return null;
	const published = page?.key.id === keys.public.id ? page : null;
	const holdsShare = session?.roles.includes('staff:recovery-share') ?? false;
	return (
		<>
			<OwnKey keys={keys} page={page} user={handler.user} former={former.keys} onPublished={again} />
			{published && former.keys && (
				<Move user={handler.user} keys={keys} former={former.keys} onForget={former.forget} say={say} />
			)}
			{published && !former.keys && (
				<div class="wh-accordions">
					<Accordion title={say('rotate-title')} description={say('rotate-help')}>
						<MakeKey handler={former.replacing} />
					</Accordion>
				</div>
			)}
			{published && <Colleagues keys={keys} confirms={published.confirms} onConfirmed={again} />}
			{published && <Lost keys={keys} say={say} />}
			{published && <Left keys={keys} say={say} />}
			{holdsShare && <Recovery keys={keys} say={say} />}
		</>
	);
}
