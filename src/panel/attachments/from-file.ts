/** An attachment out of a file a person gave: a picture drawn anew, or the text of an e-mail. */
import type { Attachment } from '../../contract/attachment.ts';
import { cleanImage } from './clean-image.ts';
import { emailAttachment, imageAttachment } from './make.ts';

/** Larger files are neither screenshots nor e-mails that anybody reads; bytes. */
const mostBytes = 40_000_000;

/** undefined where it is neither. */
export async function fileAttachment(file: File): Promise<Attachment | undefined> {
	if (file.size > mostBytes) return undefined;
	if (file.type.startsWith('image/')) {
		const picture = await cleanImage(file);
		return picture && imageAttachment(file.name, picture);
	}
	const { readEmail } = await import('./read-email.ts');
	const mail = await readEmail(file);
	return mail && emailAttachment(mail.subject, mail.text);
}
