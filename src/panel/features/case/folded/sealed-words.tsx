/** Words that were sealed to oversighters, for a handler who is one: folded, and fetched from the case's log. */
import { handlerVerbs } from '../../../../contract/handler-verbs.ts';
import { done } from '../../../../contract/problem.ts';
import { useAsk } from '../../../ask.ts';
import { SourceText } from '../../../evidence/source-text.tsx';
import { usePanel } from '../../../panel.ts';
import { openWithheld } from '../../../sealing/withhold.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import { Quote } from '../../../ui/quote.tsx';
import type { Sealing } from './sealing.ts';
import type { KeepWords } from './words.ts';

/** `at`: place of the piece, from 0. Nothing for who cannot open them. */
export function SealedWords(props: { at: number; sealing: Sealing; say: KeepWords }) {
	const { services } = usePanel();
	const { at, sealing, say } = props;
	const { id, wiki } = sealing.body;
	const asked = useAsk(`${id} ${at}`, async () => {
		const read = await services.keeperFor(handlerVerbs).call('caseEvents', { wiki, id });
		return read.ok ? done((await openWithheld(read.value.events, id, sealing.keys)).get(at) ?? null) : read;
	});
	const evidence = asked.state === 'done' ? asked.value : null;
	if (!evidence) return null;
	return (
		<div class="wh-accordions">
			{evidence.target.quote && (
				<Accordion title={say('withheld-words')}>
					<Quote text={evidence.target.quote} />
				</Accordion>
			)}
			<SourceText evidence={evidence} />
		</div>
	);
}
