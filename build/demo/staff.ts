/** The demo's staff: keys made on this machine once, their secret halves in a folder only the owner reads. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { demo } from '../setup/folders.ts';

export interface StaffEntry {
	role: string;
	name: string;
	key: { id: string; age: string; sign?: string };
}

const roles = {
	recovery: 'Recovery key of this machine',
	safety: 'Demo safety staff',
	'child-safety': 'Demo child safety staff',
};

async function made(role: string, name: string): Promise<StaffEntry> {
	const identity = await generateX25519Identity();
	const age = await identityToRecipient(identity);
	const { publicKey, privateKey } = generateKeyPairSync('ed25519');
	const sign = publicKey.export({ format: 'jwk' }).x ?? '';
	const secret = { age: identity, sign: privateKey.export({ format: 'jwk' }).d };
	writeFileSync(join(demo, 'keys', `${role}.secret.json`), JSON.stringify(secret), { mode: 0o600 });
	// Anybody with Debian's age can open an export with this file.
	writeFileSync(join(demo, 'keys', `${role}.age`), `${identity}\n`, { mode: 0o600 });
	const id = createHash('sha256').update(age).digest('hex').slice(0, 16);
	return { role, name, key: { id, age, sign } };
}

/** The staff entries for the backend's configuration, made on the first start. */
export async function demoStaff(): Promise<StaffEntry[]> {
	const file = join(demo, 'keys', 'staff.json');
	if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as StaffEntry[];
	mkdirSync(join(demo, 'keys'), { recursive: true, mode: 0o700 });
	const staff: StaffEntry[] = [];
	for (const [role, name] of Object.entries(roles)) staff.push(await made(role, name));
	writeFileSync(file, JSON.stringify(staff, null, '\t'));
	return staff;
}
