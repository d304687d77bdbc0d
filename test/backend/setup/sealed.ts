/** True sealed reports, made as a client makes them: an age file to the report's own key and a grant for each recipient. */
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type * as v from 'valibot';
import { sha256, toBase64, toHex } from '../../../src/contract/bytes.ts';
import type { GrantBodySchema, ReportBodySchema, SealedReport } from '../../../src/contract/report.ts';
import type { PublicKey } from '../../../src/domain/keys/model.ts';
import { codeBytes, keysOfCode } from '../../../src/contract/return-code.ts';
import type { Standing } from '../../../src/contract/standing.ts';
import { sealFollow } from '../../../src/panel/sealing/follow.ts';
import { wikiA } from './people.ts';

export interface MadeReport {
	readonly id: string;
	/** The capability. */
	readonly secret: string;
	readonly report: SealedReport;
	readonly standing: Standing;
	/** What the return code is made of. */
	readonly code: Uint8Array<ArrayBuffer>;
	/** AGE-SECRET-KEY-1… of the report: messages are sealed to it. */
	readonly key: string;
}

/** As it is sent. */
export const bodyOf = ({ report, standing }: MadeReport): string => JSON.stringify({ ...report, standing });

/** Words that must never be seen outside the sealed bytes. */
export const canaries = {
	text: 'CanaryTextOfTheDetails',
	quote: 'CanaryQuoteOfThePage',
	reporter: 'CanaryReporterName',
	subject: 'CanarySubjectName',
	message: 'CanaryMessageOfTheReporter',
	answer: 'CanaryAnswerOfTheHandler',
	decision: 'CanaryDecisionOfTheHandler',
	appeal: 'CanaryAppealOfTheReporter',
	emergency: 'CanaryTextOfTheEmergency',
	contact: 'CanaryContactOfTheReporter',
	excluded: 'CanaryWhoMustNotSeeIt',
	wish: 'remove-words',
	page: 'CanaryPageTitle',
	revision: 987_654_321,
} as const;

async function seal(text: string, recipient: string): Promise<string> {
	const encrypter = new Encrypter();
	encrypter.addRecipient(recipient);
	return toBase64(await encrypter.encrypt(text));
}

type Body = v.InferInput<typeof ReportBodySchema>;

function plainOf(id: string, wiki: string, recipients: readonly PublicKey[]): Body {
	const at = '2026-05-01T12:00:00Z';
	return {
		v: 1,
		id,
		wiki,
		kind: 'insults',
		clause: 'ucoc:3.1.insults',
		details: canaries.text,
		evidence: [
			{
				target: { type: 'comment', wiki, page: canaries.page, author: canaries.subject, at, quote: canaries.quote },
				addedBy: { revision: canaries.revision, user: canaries.subject, at },
				permalink: `${wiki}/index.php?oldid=${canaries.revision}`,
				wikitext: canaries.quote,
				state: 'confirmed',
			},
		],
		named: [canaries.subject],
		excluded: [canaries.excluded],
		reporter: { mode: 'named', user: canaries.reporter },
		wishes: [canaries.wish],
		contact: canaries.contact,
		language: 'en',
		at,
		configRevision: 12,
		recipients: recipients.map((key) => ({ name: 'somebody', key: key.id })),
	};
}

/** One grant a recipient of the report with this secret key. */
export async function grantsFor(
	report: string,
	secret: string,
	recipients: readonly PublicKey[],
): Promise<SealedReport['grants']> {
	const grant: v.InferInput<typeof GrantBodySchema> = {
		v: 1,
		report,
		secret,
		summary: {
			kind: 'insults',
			clause: 'ucoc:3.1.insults',
			subject: canaries.subject,
			page: canaries.page,
			at: '2026-05-01T12:00:00Z',
			reporter: canaries.reporter,
			about: toHex(await sha256(canaries.page)),
		},
	};
	const grants = [];
	for (const key of recipients) grants.push({ key: key.id, box: await seal(JSON.stringify(grant), key.age) });
	return grants;
}

export async function sealedReport(
	recipients: readonly PublicKey[],
	change: Partial<SealedReport> = {},
	says: Partial<Body> = {},
): Promise<MadeReport> {
	const code = crypto.getRandomValues(new Uint8Array(codeBytes));
	const { id, secret: capability, follow } = await keysOfCode(code);
	const wiki = change.wiki ?? wikiA;
	const secret = await generateX25519Identity();
	const body: Body = { ...plainOf(id, wiki, recipients), ...says };
	const sealed = await seal(JSON.stringify(body), await identityToRecipient(secret));
	const grants = await grantsFor(id, secret, recipients);
	const hash = toHex(await sha256(Uint8Array.from(atob(sealed), (one) => one.charCodeAt(0))));
	const box = await sealFollow(secret, follow);
	return {
		id,
		secret: capability,
		report: { v: 1, wiki, route: 'conduct', section: 'ucoc:3.1', sealed, hash, grants, follow: box, ...change },
		standing: { by: 'work', nonce: '0' },
		code,
		key: secret,
	};
}
