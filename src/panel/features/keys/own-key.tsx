/** The key on this device and on the own user page, and the one click that publishes it. */
import { useState } from 'preact/hooks';
import { handlerVerbs } from '../../../contract/handler-verbs.ts';
import type { KeyPage } from '../../../contract/config.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { keySubject } from '../../../domain/keys/model.ts';
import { canonicalName } from '../../../domain/people/names.ts';
import { usePanel } from '../../panel.ts';
import { confirmSubject } from '../../sealing/confirm.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';

export function OwnKey(props: {
	keys: HandlerKeys;
	page: Pick<KeyPage, 'key' | 'confirms'> | null;
	/** Whose key it is, and the one that it replaces. */
	user: string;
	former: HandlerKeys | null;
	onPublished: () => void;
}) {
	const { services, facts, t } = usePanel();
	const { keys, page, user, former } = props;
	const [problem, setProblem] = useState<Problem | null>(null);
	const [busy, setBusy] = useState(false);
	const isPublished = page?.key.id === keys.public.id;
	const publish = async (): Promise<void> => {
		if (busy) return;
		setBusy(true);
		setProblem(null);
		// What another key confirmed is not this one's word; that it follows that other key is that one's.
		const word = former ? await confirmSubject(keySubject(canonicalName(user), keys.public), former) : null;
		const outcome =
			word && !word.ok
				? word
				: await services.keeperFor(handlerVerbs).call('publishKey', {
						wiki: facts.wiki,
						key: keys.public,
						confirms: word ? [word.value] : [],
					});
		setBusy(false);
		if (outcome.ok) props.onPublished();
		else setProblem(outcome);
	};
	return (
		<section class="wh-section">
			<Facts rows={[[t('key-number'), keys.public.id]]} />
			{isPublished ? (
				<Message type="success" live>
					{t('key-published')}
				</Message>
			) : (
				<>
					<Message type="warning">{page ? t('key-differs', page.key.id) : t('key-unpublished')}</Message>
					<p>{t('key-publish-words')}</p>
					<Button action="progressive" weight="primary" onPress={() => void publish()}>
						{t('key-publish')}
					</Button>
				</>
			)}
			{problem && <ProblemMessage problem={problem} />}
		</section>
	);
}
