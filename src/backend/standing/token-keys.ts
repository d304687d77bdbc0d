/** The keys of the tokens over time: a new one every four weeks, the one before accepted for a week more. */
import { createPrivateKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { keyFile, oldKeyFile } from './key-file.ts';
import { tokenKey, type TokenKey } from './token-key.ts';

const day = 24 * 3600 * 1000;
const term = 28 * day;
const grace = 7 * day;

export interface TokenKeys {
	/** What tokens are issued with now. Throws where the key folder cannot be used. */
	current(): Promise<TokenKey>;
	/** The key of this id and the number of its term, if its tokens are accepted now. */
	accepted(id: string): Promise<{ readonly key: TokenKey; readonly term: number } | null>;
	/** Number of the oldest term whose tokens are accepted: what was spent before may be forgotten. */
	oldest(): number;
}

async function newKey(): Promise<string> {
	const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
	return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Terms are counted from 1970, so that every process of a service has the same ones. `now` in ms. */
export function openTokenKeys(folder: string, now: () => number): TokenKeys {
	const known = new Map<number, Promise<TokenKey | null>>();
	const latest = (): number => Math.floor(now() / term);
	const oldest = (): number => (now() % term < grace ? latest() - 1 : latest());

	async function load(number: number): Promise<TokenKey | null> {
		const name = `token-key-${number}.pem`;
		const pem = number === latest() ? await keyFile(folder, name, newKey) : oldKeyFile(folder, name);
		return pem === null ? null : tokenKey(createPrivateKey(pem));
	}
	function keyOf(number: number): Promise<TokenKey | null> {
		const found = known.get(number);
		if (found) return found;
		const loading = load(number);
		known.set(number, loading);
		// A full disk is not for ever.
		loading.catch(() => known.delete(number));
		return loading;
	}
	return {
		oldest,
		async current() {
			const key = await keyOf(latest());
			if (!key) throw new Error('no token key');
			return key;
		},
		async accepted(id) {
			for (let number = latest(); number >= oldest(); number--) {
				const key = await keyOf(number);
				if (key?.id === id) return { key, term: number };
			}
			return null;
		},
	};
}
