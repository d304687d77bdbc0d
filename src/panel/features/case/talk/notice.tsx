/** Telling a named reporter by the wiki's own e-mail that there is news: it names no matter, no report and nobody. */
import { useState } from 'preact/hooks';
import type { Outcome } from '../../../../contract/problem.ts';
import { reporterVerbs } from '../../../../contract/reporter-verbs.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { problemWords } from '../../../ui/problem.tsx';
import { Quote } from '../../../ui/quote.tsx';
import { caseWordsIn, type CaseWords } from '../words.ts';

export function Notice({ user, language, say }: { user: string; language: string; say: CaseWords }) {
	const { services, facts, t } = usePanel();
	const [sending, setSending] = useState(false);
	const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null);
	const send = async (): Promise<void> => {
		setSending(true);
		const theirs = await caseWordsIn(language, services);
		const mail = { wiki: facts.wiki, user, subject: theirs('notice-subject'), text: theirs('notice-text') };
		setOutcome(await services.keeperFor(reporterVerbs).call('wikiEmail', mail));
		setSending(false);
	};
	return (
		<>
			<p>{say('notice-words')}</p>
			<Quote text={say('notice-text')} />
			<p class="wh-small">{say('notice-sender')}</p>
			{outcome && (
				<Message type={outcome.ok ? 'success' : 'warning'} live>
					{outcome.ok ? (
						say('notice-sent')
					) : (
						<>
							<p>{say('notice-none')}</p>
							<p class="wh-small">{problemWords(t, outcome.problem, outcome.params)}</p>
						</>
					)}
				</Message>
			)}
			{!outcome?.ok && (
				<Button disabled={sending} onPress={() => void send()}>
					{say('notice-send')}
				</Button>
			)}
		</>
	);
}
