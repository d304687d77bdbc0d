/** How the person reported gets to the hearing: a link by the handler's own e-mail on the wiki, or another private way. */
import { useState } from 'preact/hooks';
import { hearingPath } from '../../../../contract/hearing.ts';
import type { Outcome } from '../../../../contract/problem.ts';
import { reporterVerbs } from '../../../../contract/reporter-verbs.ts';
import { useAsk } from '../../../ask.ts';
import { done } from '../../../../contract/problem.ts';
import { usePanel } from '../../../panel.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import { Button } from '../../../ui/button.tsx';
import { Copyable } from '../../../ui/copyable.tsx';
import { Message } from '../../../ui/message.tsx';
import { problemWords } from '../../../ui/problem.tsx';
import { Quote } from '../../../ui/quote.tsx';
import { decideWordsIn } from '../decide/words.ts';
import type { HearingProps } from './hearing-part.tsx';
import type { OpenHearing } from './use-hearings.ts';

/** Of a text that leaves the screen. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

export function HearingWay(props: HearingProps & { one: OpenHearing; language: string }) {
	const { services, facts, t } = usePanel();
	const { body, origin, one, language, words } = props;
	const [sending, setSending] = useState(false);
	const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null);
	const isHere = one.letters.some(({ stored }) => stored.from === 'reporter');
	const host = new URL(body.wiki).host;
	const link = origin && `${origin}${hearingPath}#${one.body.code}`;
	const asked = useAsk(link && `${language} ${link}`, async () => {
		const { t: theirs } = await decideWordsIn(language, services);
		return done({
			subject: plain(theirs('mail-subject', host)),
			text: plain(theirs('mail-text', host, link ?? '')),
			notice: plain(theirs('public-notice', facts.user ?? '')),
		});
	});
	if (asked.state !== 'done' || !link) return null;
	const { subject, text, notice } = asked.value;
	const send = async (): Promise<void> => {
		setSending(true);
		const mail = { wiki: facts.wiki, user: one.body.subject, subject, text };
		setOutcome(await services.keeperFor(reporterVerbs).call('wikiEmail', mail));
		setSending(false);
	};
	return (
		<div class="wh-accordions">
			<Accordion title={words('way-mail', one.body.subject)} open={!isHere}>
				<p>{words('way-mail-help')}</p>
				<Quote text={text} />
				<p class="wh-small">{words('way-mail-sender')}</p>
				{outcome && (
					<Message type={outcome.ok ? 'success' : 'warning'} live>
						<p>{words(outcome.ok ? 'way-mail-sent' : 'way-mail-none')}</p>
						{!outcome.ok && <p class="wh-small">{problemWords(t, outcome.problem, outcome.params)}</p>}
					</Message>
				)}
				{!outcome?.ok && (
					<Button disabled={sending} onPress={() => void send()}>
						{words('way-mail-send')}
					</Button>
				)}
			</Accordion>
			<Accordion title={words('way-other')}>
				<p>{words('way-other-help')}</p>
				<Copyable label={words('way-notice')} text={notice} rows={3} dir="auto" />
				<p>{words('way-link-help')}</p>
				<Copyable label={words('way-link')} text={link} />
			</Accordion>
		</div>
	);
}
