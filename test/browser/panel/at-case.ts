/** What stands in a case that is open: its key, letters of its reporter, words of another handler. */
import type { Page } from 'puppeteer-core';
import { randomText } from '../../../src/contract/bytes.ts';
import type { StoredEvent } from '../../../src/contract/case-event.ts';
import type { SealedCase } from '../../../src/contract/case.ts';
import type { MessageBody, StoredMessage } from '../../../src/contract/follow.ts';
import { signEvent } from '../../../src/panel/sealing/event.ts';
import { handlerKeysOf } from '../../../src/panel/sealing/key-material.ts';
import { openMessage, sealMessage } from '../../../src/panel/sealing/message.ts';
import { openGrant } from '../../../src/panel/sealing/open-report.ts';
import { personOf, type Person } from './people.ts';

/** AGE-SECRET-KEY of a report that this handler may read. */
export async function secretFor(handler: Person, sealed: SealedCase): Promise<string> {
	const grant = await openGrant(sealed, await handlerKeysOf(handler.secret));
	if (!grant.ok) throw new Error(grant.problem);
	return grant.value.secret;
}

/** A message of its reporter. */
export async function letterIn(
	handler: Person,
	sealed: SealedCase,
	at: string,
	part: Partial<MessageBody>,
): Promise<StoredMessage> {
	const body: MessageBody = {
		v: 1,
		report: sealed.id,
		id: randomText(16),
		kind: 'message',
		from: 'reporter',
		text: '',
		at,
		...part,
	};
	const text = await sealMessage(body, await secretFor(handler, sealed));
	if (!text.ok) throw new Error(text.problem);
	return { id: body.id, at, from: 'reporter', kind: body.kind, sealed: text.value };
}

export async function saysTo(handler: Person, sealed: SealedCase, stored: StoredMessage): Promise<MessageBody | null> {
	return openMessage(stored, sealed.id, await secretFor(handler, sealed));
}

/** What another handler wrote behind the log as the row has it. */
export async function eventOfBo(row: SealedCase, at: string, level: 'severe'): Promise<StoredEvent> {
	const bo = await personOf('Bo', 'Administrators');
	const signed = await signEvent({ kind: 'severity', data: { level } }, row, await handlerKeysOf(bo.secret), at);
	if (!signed.ok) throw new Error(signed.problem);
	return { event: signed.value.event, sealed: null };
}

export async function field(page: Page, label: string) {
	const found = await page.waitForSelector(`::-p-aria([name="${label}"])`);
	if (!found) throw new Error(`no field ${label}`);
	return found;
}
