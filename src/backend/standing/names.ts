/** Names that the store may hold: HMACs with a key that lies outside of it, each kind of its own, so that none joins two. */
import { createHmac, randomBytes } from 'node:crypto';
import { keyFile } from './key-file.ts';

/**
 * account: whose tokens are counted and who is slowed down; matter: a report that findings are about; finder: a handler's
 * key within one matter; subject: the account that a matter's findings are about; slowing: that account's term that came of
 * one matter.
 */
type Kind = 'account' | 'matter' | 'finder' | 'subject' | 'slowing';

/** HMAC-SHA-256, base64url. */
export type NameOf = (kind: Kind, ...parts: readonly string[]) => string;

export async function openNames(folder: string): Promise<NameOf> {
	const text = await keyFile(folder, 'name-key', () => randomBytes(32).toString('base64url'));
	const key = Buffer.from(text, 'base64url');
	return (...parts) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
}
