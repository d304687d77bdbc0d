/** A report sealed again to one person: an age file that any age tool opens, with the report as JSON in it. */
import { Encrypter, armor } from 'age-encryption';
import type { ReportBody } from '../../contract/report.ts';

/** Armored age file for one `age1…` recipient; throws on a text that is none. */
export async function exportReport(body: ReportBody, recipient: string): Promise<string> {
	const encrypter = new Encrypter();
	encrypter.addRecipient(recipient);
	return armor.encode(await encrypter.encrypt(`${JSON.stringify(body, null, '\t')}\n`));
}
