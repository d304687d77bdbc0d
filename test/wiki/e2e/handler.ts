/** A handler at work without a browser: the real keeper over the wiki's API, signed in as the panel would, with their own key. */
import type { CaseRow } from '../../../src/contract/case.ts';
import type { MessageBody } from '../../../src/contract/follow.ts';
import { randomText } from '../../../src/contract/bytes.ts';
import type { Outcome } from '../../../src/contract/problem.ts';
import type { ReportState } from '../../../src/domain/report/states.ts';
import { createMemoryVault } from '../../../src/host/memory/vault.ts';
import { createKeeper } from '../../../src/keeper/main.ts';
import {
	answerDraft,
	stepDraft,
	writeDraft,
	type Desk,
	type EventDraft,
} from '../../../src/panel/features/case/log/write.ts';
import { handlerKeysOf } from '../../../src/panel/sealing/key-material.ts';
import { openMessage, sealMessage } from '../../../src/panel/sealing/message.ts';
import { openGrant } from '../../../src/panel/sealing/open-report.ts';
import { handoverIn, Window } from '../../backend/setup/browser-leg.ts';
import { transportAs } from '../keeper/tools.ts';
import { password } from '../seeds/people.ts';
import type { Stack } from '../stack.ts';

function given<T>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(`${outcome.problem} ${outcome.params.join(' ')}`);
	return outcome.value;
}

export async function handlerOf(stack: Stack, name: string) {
	const { wikiBase: wiki, origin, local } = stack;
	const person = await stack.wiki.apiAs(name);
	const keys = await handlerKeysOf(stack.secrets.get(name) ?? '');
	const keeper = createKeeper({
		vault: createMemoryVault(),
		wikiApi: (_, call, signal) => transportAs(person, signal)(call),
		handOff: () => Promise.reject(new Error('nothing is handed off here')),
		// Node's resolver does not know *.localhost.
		fetch: (input, init) => fetch(String(input).replace(origin, local), init),
		now: Date.now,
		process: 'test',
		signal: new AbortController().signal,
	});
	const { url } = given(await keeper.startSignIn({ wiki, panelOrigin: origin }));
	const callback = await new Window().authorize(url, name, password);
	const page = await fetch((callback ?? '').replace(origin, local));
	const handover = handoverIn(await page.text());
	given(await keeper.redeem({ wiki, code: handover?.code ?? '' }));

	const keyOf = async (row: CaseRow): Promise<string> => given(await openGrant(row, keys)).secret;
	const thread = async (id: string) => given(await keeper.caseThread({ wiki, id }));
	const sealed = async (id: string, part: Partial<MessageBody>) => {
		const { row } = await thread(id);
		const message = randomText(16);
		const at = new Date().toISOString();
		const body: MessageBody = {
			v: 1,
			report: id,
			id: message,
			kind: 'message',
			from: 'handler',
			text: '',
			at,
			...part,
		};
		return { id: message, sealed: given(await sealMessage(body, await keyOf(row))) };
	};
	const writes = async (id: string, draft: EventDraft): Promise<void> => {
		const desk: Desk = {
			id,
			keys,
			now: () => new Date().toISOString(),
			read: () => Promise.resolve(keeper.caseEvents({ wiki, id })),
			send: (write) => Promise.resolve(keeper.writeEvent({ wiki, id, ...write })),
			colleagues: () => Promise.resolve(keeper.colleagues({ wiki })),
		};
		given(await writeDraft(desk, (await thread(id)).row, draft));
	};
	return {
		keys,
		writes,
		rows: async (): Promise<readonly CaseRow[]> => given(await keeper.cases({ wiki })).cases,
		/** What the messages of a report say, oldest first. */
		async reads(id: string): Promise<string[]> {
			const { row, messages } = await thread(id);
			const secret = await keyOf(row);
			const opened = await Promise.all(messages.map((stored) => openMessage(stored, id, secret)));
			return opened.map((body) => body?.text ?? '');
		},
		async answers(id: string, text: string): Promise<void> {
			await writes(id, await answerDraft(await sealed(id, { text })));
		},
		/** Does nothing where it is there already. */
		async moves(id: string, from: ReportState, to: ReportState, words?: string): Promise<void> {
			if ((await thread(id)).row.state === to) return;
			const message =
				words === undefined ? undefined : await sealed(id, { kind: 'decision', outcome: 'violation', text: words });
			await writes(id, await stepDraft(from, to, message));
		},
	};
}
export type Handler = Awaited<ReturnType<typeof handlerOf>>;
