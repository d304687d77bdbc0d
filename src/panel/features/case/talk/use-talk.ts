/** The messages of a report, opened with its own key, and where it stands: asked anew after each step. */
import { useEffect, useRef } from 'preact/hooks';
import type { CaseRow, CaseThread } from '../../../../contract/case.ts';
import { handlerVerbs } from '../../../../contract/handler-verbs.ts';
import { done, failed, type Problem } from '../../../../contract/problem.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import { openMessage } from '../../../sealing/message.ts';
import type { Letter } from '../../../writing/use-writing.ts';

export interface CaseTalk {
	readonly thread: CaseThread;
	readonly messages: readonly Letter[];
	/** AGE-SECRET-KEY of the report. */
	readonly secret: string;
}

/** `secret`: null until the report is opened. The last that was seen stays while it is asked for again. */
export function useTalk(
	id: string,
	secret: string | null,
	onRow: (row: CaseRow) => void,
): { readonly talk: CaseTalk | null; readonly problem: Problem | null; again(): void } {
	const { services, facts } = usePanel();
	const last = useRef<CaseTalk | null>(null);
	const asked = useAsk(secret === null ? null : id, async () => {
		const thread = await services.keeperFor(handlerVerbs).call('caseThread', { wiki: facts.wiki, id });
		if (!thread.ok) return thread;
		if (secret === null) return failed('key-not-found');
		const messages = await Promise.all(
			thread.value.messages.map(async (stored) => ({ stored, body: await openMessage(stored, id, secret) })),
		);
		return done({ thread: thread.value, messages, secret });
	});
	if (asked.state === 'done') last.current = asked.value;
	const row = last.current?.thread.row;
	useEffect(() => {
		if (row) onRow(row);
	}, [row]);
	return { talk: last.current, problem: asked.state === 'failed' ? asked.problem : null, again: asked.again };
}
