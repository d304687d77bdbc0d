/** A handler's key as a backup file: the AGE-SECRET-KEY in an age file with a passphrase, as Debian's `age` reads it. */
import { Decrypter, Encrypter, armor, generateX25519Identity } from 'age-encryption';
import { failed, type Outcome } from '../../contract/problem.ts';

export const newSecret = (): Promise<string> => generateX25519Identity();

/** Armored age file, scrypt with age's own default cost: a second or two of work. */
export async function sealBackup(secret: string, passphrase: string): Promise<string> {
	const encrypter = new Encrypter();
	encrypter.setPassphrase(passphrase);
	return armor.encode(await encrypter.encrypt(`${secret}\n`));
}

const secretForm = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;

/** The secret out of a backup; also takes a bare AGE-SECRET-KEY, as `age-keygen` writes it. */
export async function openBackup(text: string, passphrase: string): Promise<Outcome<string>> {
	const lineOf = (content: string): string | undefined => content.split(/\s+/).find((word) => secretForm.test(word));
	const bare = lineOf(text);
	if (bare) return { ok: true, value: bare };
	let file: Uint8Array;
	try {
		file = armor.decode(text);
	} catch {
		return failed('bad-input');
	}
	try {
		const decrypter = new Decrypter();
		decrypter.addPassphrase(passphrase);
		const secret = lineOf(await decrypter.decrypt(file, 'text'));
		return secret ? { ok: true, value: secret } : failed('bad-input');
	} catch {
		return failed('passphrase-wrong');
	}
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 25 letters and digits without look-alikes, in groups of five: log2(31) bits each, 123 in all. */
export function suggestPassphrase(): string {
	const drawn: string[] = [];
	while (drawn.length < 25) {
		const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
		// Past the last whole multiple the letters would not be equally likely.
		if (byte < letters.length * 8) drawn.push(letters[byte % letters.length] ?? '');
	}
	return (drawn.join('').match(/.{5}/g) ?? []).join('-');
}
