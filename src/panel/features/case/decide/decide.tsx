/** Deciding: by clause, severity and outcome, with reasons for handlers, and the words that its reporter gets with it. */
import { useState } from 'preact/hooks';
import type { ReportBody } from '../../../../contract/report.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { sealMessage } from '../../../sealing/message.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { TextArea } from '../../../ui/text.tsx';
import { useReply } from '../../../writing/use-reply.ts';
import { useWriting } from '../../../writing/use-writing.ts';
import { ToldChange } from '../log/told-change.tsx';
import type { CaseLog } from '../log/use-case-log.ts';
import { stepDraft } from '../log/write.ts';
import { toldWords } from '../talk/told-words.ts';
import type { CaseTalk } from '../talk/use-talk.ts';
import type { CaseWords } from '../words.ts';
import { Finding } from './finding.tsx';
import { HeardGate } from './heard.tsx';
import { Hints } from './hints.tsx';
import { reporterLetter } from './letters.ts';
import { MissingParts } from './missing.tsx';
import { mustWait } from './must-wait.ts';
import { useBegun } from './use-begun.ts';
import { useDecideForm } from './use-form.ts';
import type { DecideWords } from './words.ts';

export interface DecideProps {
	readonly body: ReportBody;
	readonly subject: string | null;
	readonly talk: CaseTalk;
	readonly log: CaseLog;
	readonly keys: HandlerKeys;
	/** Of the person reported; null where none was opened. */
	readonly hearing: { readonly told: number | null; readonly answered: boolean } | null;
	readonly hearingDays: number;
	/** The backend's clock, ms. */
	readonly now: number;
	readonly again: () => void;
	readonly say: CaseWords;
	readonly words: DecideWords;
}

export function Decide(props: DecideProps) {
	const { body, subject, talk, log, keys, hearing, hearingDays: days, now, again, say, words } = props;
	const [pressed, setPressed] = useState(false);
	const form = useDecideForm(body, log.row);
	const { id } = log.row;
	const why = useReply(`why|${id}`);
	const state = useReply(`decision|${id}`);
	const { outcome, clauses, sanctions } = form.choices;
	useBegun(state, body.language, outcome && JSON.stringify([outcome, clauses, sanctions]), (theirs) =>
		outcome ? reporterLetter({ outcome, clauses, sanctions }, theirs) : '',
	);
	const writing = useWriting({
		report: id,
		state,
		files: null,
		messages: talk.messages,
		secret: talk.secret,
		again,
		partOf: () => ({ kind: 'decision', from: 'handler', ...(outcome ? { outcome } : {}) }),
		async deliver(message, secret) {
			const sealed = await sealMessage(message, secret);
			if (!sealed.ok) return sealed;
			const draft = await stepDraft('in-review', 'decided', { id: message.id, sealed: sealed.value });
			const decision = form.body(id, why.reply?.text ?? '');
			const written = await log.write({ ...draft, ...(decision ? { body: decision } : {}) });
			if (written.ok) why.clear();
			return written;
		},
	});
	if (!state.reply || !why.reply) return null;
	const missing = form.missing(why.reply.text);
	const waits = mustWait(form, hearing, days, now);
	const send = (): void => {
		setPressed(true);
		if (missing.length === 0 && !waits) void writing.send();
	};
	return (
		<>
			<Finding form={form} say={say} words={words} />
			<div class="wh-accordions">
				<Accordion title={words('hints-title')}>
					<Hints report={id} subject={subject} choices={form.choices} keys={keys} now={now} say={words} />
				</Accordion>
			</div>
			<HeardGate form={form} hearing={hearing} days={days} now={now} say={words} />
			{outcome === 'no-violation' && <p class="wh-small">{words('decide-no-mark')}</p>}
			<TextArea
				label={words('decide-why')}
				help={words('decide-why-help')}
				rows={4}
				value={why.reply.text}
				onText={why.change}
			/>
			<TextArea
				label={say('decide-words')}
				help={words('decide-words-help')}
				rows={6}
				value={state.reply.text}
				onText={state.change}
			/>
			{pressed && <MissingParts missing={missing} say={words} />}
			{pressed && waits && <Message live>{words('heard-first')}</Message>}
			<ToldChange writing={writing} unsaved={state.unsaved || why.unsaved} say={toldWords(say)} />
			<Button action="progressive" weight="primary" onPress={send}>
				{say('decide-send')}
			</Button>
		</>
	);
}
