/** Reports as their reporters follow them: sealed as the panel seals, with a return code, at a backend and in a vault. */
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { randomText, sha256, toBase64, toBase64Url, toHex } from '../../../src/contract/bytes.ts';
import type { MessageBody, ReportStatus, StoredMessage } from '../../../src/contract/follow.ts';
import type { ReportBody } from '../../../src/contract/report.ts';
import { codeText, keysOfCode } from '../../../src/contract/return-code.ts';
import type { SentReport } from '../../../src/contract/vault.ts';
import type { KindId } from '../../../src/domain/report/kinds.ts';
import { sealFollow } from '../../../src/panel/sealing/follow.ts';
import { sealMessage } from '../../../src/panel/sealing/message.ts';
import type { AtBackend } from './backend.ts';
import { bodyFor } from './reports.ts';

export interface Followed {
	readonly at: AtBackend;
	readonly row: SentReport;
	/** The return code as a person types it. */
	readonly code: string;
	/** AGE-SECRET-KEY of the report. */
	readonly key: string;
}

/** A message as the backend keeps it. */
export async function letter(
	{ at, key }: Pick<Followed, 'at' | 'key'>,
	from: StoredMessage['from'],
	part: Partial<MessageBody> = {},
): Promise<StoredMessage> {
	const { id: report } = at.thread.status;
	const body: MessageBody = {
		v: 1,
		report,
		id: randomText(16),
		kind: 'message',
		from,
		text: 'We are looking into it.',
		at: '2026-11-22T09:00:00.000Z',
		...part,
	};
	const sealed = await sealMessage(body, key);
	if (!sealed.ok) throw new Error(sealed.problem);
	return { id: body.id, at: body.at, from, kind: body.kind, sealed: sealed.value };
}

export async function followed(
	status: Partial<ReportStatus> = {},
	part: Partial<ReportBody> & { kind?: KindId } = {},
): Promise<Followed> {
	const code = crypto.getRandomValues(new Uint8Array(15));
	const { id, secret, follow } = await keysOfCode(code);
	const key = await generateX25519Identity();
	const body: ReportBody = {
		...bodyFor(id, part.kind ?? 'insults', part),
		recipients: [{ name: 'Anna', key: '0123456789abcdef' }],
	};
	const encrypter = new Encrypter();
	encrypter.addRecipient(await identityToRecipient(key));
	const sealed = Uint8Array.from(await encrypter.encrypt(JSON.stringify(body)));
	const receipt = {
		v: 1,
		id,
		hash: toHex(await sha256(sealed)),
		at: '2026-11-21T09:00:05.000Z',
		key: '0123456789abcdef',
		signature: 'AAAA',
	} as const;
	const row: SentReport = {
		id,
		origin: 'https://haven.example.org',
		wiki: body.wiki,
		secret,
		code: toBase64Url(code),
		kind: body.kind,
		subject: 'Mallory',
		at: body.at,
		receipt,
	};
	const thread = {
		status: {
			id,
			state: 'in-review',
			since: '2026-11-21T12:00:00.000Z',
			now: '2026-11-22T08:00:00.000Z',
			receipt,
			due: { step: 'decision', by: '2027-02-19T09:00:00.000Z' },
			appeal: 'none',
			decidedBy: [],
			badFaith: false,
			feedback: null,
			lastAnswer: null,
			...status,
		} satisfies ReportStatus,
		follow: await sealFollow(key, follow),
		sealed: toBase64(sealed),
		messages: [],
	};
	return { at: { secret, thread }, row, code: codeText(code), key };
}
