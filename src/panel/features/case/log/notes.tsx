/** What handlers write for each other about a report: read, and written. */
import { useState } from 'preact/hooks';
import type { Problem } from '../../../../contract/problem.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { problemWords } from '../../../ui/problem.tsx';
import { TextArea } from '../../../ui/text.tsx';
import { useReply } from '../../../writing/use-reply.ts';
import { ConflictMessage } from './merge.tsx';
import type { OpenedEvent } from './open.ts';
import type { CaseLog } from './use-case-log.ts';
import type { LogWords } from './words.ts';
import { conflictOf } from './write.ts';

function Note({ event, body, actor, say }: OpenedEvent & { say: LogWords }) {
	const { words } = usePanel();
	return (
		<li class="wh-letter wh-letter--handler">
			<p class="wh-line">
				<span class="wh-name">{actor ?? say('log-somebody')}</span>
				<time class="wh-small" dateTime={event.at}>
					{words.time(event.at)}
				</time>
			</p>
			{body?.kind === 'note' ? (
				<p class="wh-words" dir="auto">
					{body.text}
				</p>
			) : (
				<p class="wh-small">{say('log-note-closed')}</p>
			)}
		</li>
	);
}

export function Notes({ log, say }: { log: CaseLog; say: LogWords }) {
	const { t } = usePanel();
	const { id } = log.row;
	const state = useReply(`note|${id}`);
	const [told, setTold] = useState<'kept' | 'empty' | null>(null);
	const [problem, setProblem] = useState<Problem | null>(null);
	const conflict = problem && conflictOf(problem);
	const notes = log.events.filter(({ event, body }) => event.kind === 'note' || body?.kind === 'note');
	const keep = async (): Promise<void> => {
		const text = state.reply?.text ?? '';
		if (text.trim() === '') return setTold('empty');
		const body = { v: 1, desk: 'handlers', report: id, kind: 'note', text } as const;
		const written = await log.write({ kind: 'note', data: {}, body });
		setProblem(written.ok ? null : written);
		setTold(written.ok ? 'kept' : null);
		if (written.ok) state.clear();
	};
	return (
		<section class="wh-section" aria-labelledby="wh-notes">
			<h2 id="wh-notes" class="wh-subheading">
				{say('log-notes')}
			</h2>
			{notes.length === 0 && <p class="wh-small">{say('log-notes-none')}</p>}
			<ol class="wh-list" aria-live="polite">
				{notes.map((one) => (
					<Note key={one.event.seq} {...one} say={say} />
				))}
			</ol>
			{state.reply && (
				<TextArea
					label={say('log-note-write')}
					help={say('log-note-help')}
					rows={3}
					value={state.reply.text}
					onText={state.change}
				/>
			)}
			<div aria-live="polite">
				{told && <Message type={told === 'kept' ? 'success' : 'notice'}>{say(`log-note-${told}`)}</Message>}
				{conflict && <ConflictMessage conflict={conflict} />}
				{problem && !conflict && <Message type="warning">{problemWords(t, problem.problem, problem.params)}</Message>}
				{state.unsaved && <Message type="warning">{t('problem-storage-failed')}</Message>}
			</div>
			<Button onPress={() => void keep()}>{say('log-note-keep')}</Button>
		</section>
	);
}
