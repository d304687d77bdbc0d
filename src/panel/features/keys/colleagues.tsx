/** Keys and server changes that wait for a word from a known key: this handler may give it. */
import { useState } from 'preact/hooks';
import { handlerVerbs } from '../../../contract/handler-verbs.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import type { Confirmation } from '../../../domain/keys/model.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { confirmSubject } from '../../sealing/confirm.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';

/** The key's number stands near the end: user names may hold colons themselves. */
const keyNumberOf = (subject: string): string | undefined => /:([0-9a-f]{16}):age1[^:]*:[^:]*$/.exec(subject)?.[1];

export function Colleagues(props: { keys: HandlerKeys; confirms: Confirmation[]; onConfirmed: () => void }) {
	const { services, facts, t, words } = usePanel();
	const waiting = useAsk(facts.wiki, () => services.keeperFor(handlerVerbs).call('waiting', { wiki: facts.wiki }));
	const [problem, setProblem] = useState<Problem | null>(null);
	const [busy, setBusy] = useState<string | null>(null);
	const confirm = async (subject: string): Promise<void> => {
		if (busy !== null) return;
		setBusy(subject);
		setProblem(null);
		const signed = await confirmSubject(subject, props.keys);
		const outcome = signed.ok
			? await services.keeperFor(handlerVerbs).call('publishKey', {
					wiki: facts.wiki,
					key: props.keys.public,
					confirms: [...props.confirms.filter((one) => one.subject !== subject), signed.value],
				})
			: signed;
		setBusy(null);
		if (!outcome.ok) return setProblem(outcome);
		waiting.again();
		props.onConfirmed();
	};
	const mine = (subject: string): boolean => props.confirms.some((one) => one.subject === subject);
	return (
		<section class="wh-section" aria-labelledby="wh-waiting">
			<h2 id="wh-waiting" class="wh-subheading">
				{t('colleagues-heading')}
			</h2>
			<p class="wh-small">{t('colleagues-help')}</p>
			{waiting.state === 'failed' && <ProblemMessage problem={waiting.problem} again={waiting.again} />}
			{waiting.state === 'asking' && <Progress label={t('loading')} />}
			{waiting.state === 'done' && waiting.value.length === 0 && <p>{t('colleagues-none')}</p>}
			{problem && <ProblemMessage problem={problem} />}
			<ul class="wh-list">
				{waiting.state === 'done' &&
					waiting.value.map(({ subject, name, since, until }) => (
						<li key={subject} class="wh-card">
							<h3 class="wh-card__title" dir="auto">
								{name}
							</h3>
							<p class="wh-small">
								{keyNumberOf(subject) && `${t('key-number-is', keyNumberOf(subject) ?? '')} `}
								{t('colleague-since', words.time(since), words.time(until))}
							</p>
							{mine(subject) ? (
								<p>{t('colleague-confirmed')}</p>
							) : (
								<Button onPress={() => void confirm(subject)}>{t('colleague-confirm', name)}</Button>
							)}
						</li>
					))}
			</ul>
		</section>
	);
}
