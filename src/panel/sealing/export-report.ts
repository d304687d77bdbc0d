/** A text sealed to one person: an age file that any age tool opens. */
import { Encrypter, armor } from 'age-encryption';

/** Armored age file for one `age1…` recipient; throws on a text that is none. */
export async function sealedFor(text: string, recipient: string): Promise<string> {
	const encrypter = new Encrypter();
	encrypter.addRecipient(recipient);
	return armor.encode(await encrypter.encrypt(text));
}
