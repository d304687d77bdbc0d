/** An e-mail as plain text: who, to whom, when, about what, its number, and its words; nothing else of the file is kept. */
import PostalMime, { type Address } from 'postal-mime';
import { htmlWords } from './html-words.ts';
import { plainLine } from './plain-line.ts';

/** Characters of an e-mail's words. */
const longest = 200_000;

const person = ({ name, address }: Address): string =>
	name && address ? `${name} <${address}>` : name || address || '';
const people = (list: Address | Address[] | undefined): string =>
	(list === undefined ? [] : Array.isArray(list) ? list : [list]).map(person).join(', ');

export interface ReadEmail {
	readonly subject: string;
	readonly text: string;
}

/**
 * Headers of RFC 5322, one a line, an empty line, the body. undefined for a file that is no e-mail. Received lines, which
 * tell the receiver's own addresses and servers, are left out with all that is not named here.
 */
export async function readEmail(file: Blob): Promise<ReadEmail | undefined> {
	const mail = await PostalMime.parse(await file.arrayBuffer(), { maxNestingDepth: 20 }).catch(() => undefined);
	if (!mail?.from || !(mail.date || mail.subject || mail.messageId)) return undefined;
	const headers = [
		['From', people(mail.from)],
		['To', people(mail.to)],
		['Date', mail.date ?? ''],
		['Subject', mail.subject ?? ''],
		['Message-ID', mail.messageId ?? ''],
	] as const;
	const lines = headers.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${oneLine(value)}`);
	const words = (mail.text || htmlWords(mail.html ?? '')).replace(/\r\n?/g, '\n').trim().slice(0, longest);
	return { subject: mail.subject ?? people(mail.from), text: `${lines.join('\n')}\n\n${words}\n` };
}

/** A header that brings a line break of its own would look like two. */
const oneLine = (value: string): string => plainLine(value, 1000).replace(/\s+/g, ' ');
