/** A keeper against the real test wiki: its API as one of the seeded people, a memory vault. */
import { randomBytes } from 'node:crypto';
import { keyIdOf, toBase64Url } from '../../../src/contract/bytes.ts';
import type { About } from '../../../src/contract/about.ts';
import { createMemoryVault } from '../../../src/host/memory/vault.ts';
import { createKeeper } from '../../../src/keeper/main.ts';
import type { KeeperServices } from '../../../src/keeper/services.ts';
import { confirmationText, type Confirmation, type PublicKey } from '../../../src/domain/keys/model.ts';
import { createWikiApi } from '../../../src/wiki/api.ts';
import { sendIncident } from '../../../src/wiki/incident.ts';
import type { WikiTransport } from '../../../src/wiki/transport.ts';
import type { Person } from '../person.ts';
import type { Wiki } from '../start.ts';
import { password } from '../seeds/people.ts';

/** PHP settings under which an administrator may do everything that MediaWiki knows. */
export const everyRight = `
foreach ( [ 'import', 'importupload', 'mergehistory', 'deletelogentry', 'deleterevision', 'suppressrevision' ] as $right ) {
	$wgGroupPermissions['sysop'][$right] = true;
}`;

/** An account made by the wiki's API, which is much faster than a maintenance script. */
export async function makePerson(wiki: Wiki, name: string, groups: readonly string[] = []): Promise<Person> {
	const nobody = await wiki.apiAs('');
	const admin = await wiki.apiAs('Admin');
	await admin.post({
		action: 'createaccount',
		username: name,
		password,
		retype: password,
		createreturnurl: nobody.base,
		createtoken: await admin.tokenOf('createaccount'),
	});
	if (groups.length > 0) {
		const token = await admin.tokenOf('userrights');
		await admin.post({ action: 'userrights', user: name, add: groups.join('|'), token });
	}
	return wiki.apiAs(name);
}

/** The wiki's API with this person's cookies, as the extension's background or the gadget's page calls it. */
export function transportAs(person: Person, signal = new AbortController().signal): WikiTransport {
	return createWikiApi({
		base: `${person.base}/w`,
		signal,
		fetch: (url, init) => person.fetch(new URL(url).pathname, init),
	});
}

export interface TestKey extends PublicKey {
	confirm(subject: string): Promise<Confirmation>;
}

/** A key pair set; the age half is only a well-formed name here, nothing is sealed to it. */
export async function makeKey(): Promise<TestKey> {
	const letters = '023456789acdefghjklmnpqrstuvwxyz';
	const age = `age1${Array.from(randomBytes(58), (byte) => letters[byte % 32]).join('')}`;
	const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
	const id = await keyIdOf(age);
	const sign = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
	return {
		id,
		age,
		sign,
		async confirm(subject) {
			const text = new TextEncoder().encode(confirmationText(subject));
			const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, text));
			return { subject, by: id, signature: toBase64Url(signature) };
		},
	};
}

export const publicOf = ({ id, age, sign }: PublicKey): PublicKey => ({ id, age, sign });

export function keyText(key: PublicKey, confirms: readonly Confirmation[] = []): string {
	return JSON.stringify({ wikihaven: 1, key: publicOf(key), confirms });
}

export interface Client {
	readonly keeper: ReturnType<typeof createKeeper>;
	readonly services: KeeperServices;
}

/** `about` answers for the backend: a change of it is a server that changed its mind; null is one that is down. */
export function clientOf(person: Person, backend: { about: About | null }, now: () => number = Date.now): Client {
	const services: KeeperServices = {
		vault: createMemoryVault(),
		wikiApi: (_, call, signal) => transportAs(person, signal)(call),
		handOff: (base, incident, signal) =>
			sendIncident({ base, signal, fetch: (url, init) => person.fetch(new URL(url).pathname, init) }, incident),
		fetch: async (input) => {
			if (!backend.about) throw new TypeError('connection refused');
			const path = new URL(input instanceof Request ? input.url : input).pathname;
			if (path !== '/v1/about') return Response.json({ problem: 'not-found', params: [] }, { status: 404 });
			return Response.json({ ...backend.about, now: new Date(now()).toISOString() });
		},
		now,
		process: 'test',
		signal: new AbortController().signal,
	};
	return { keeper: createKeeper(services), services };
}

export async function aboutOf(wiki: Wiki, origin: string, staff: About['staff']): Promise<About> {
	return {
		origin,
		operator: 'Test',
		version: '0',
		now: new Date().toISOString(),
		wikis: [`${wiki.base}/w`],
		staff,
		receiptKeys: [],
		standing: { work: { bits: 0 }, tokens: null },
	};
}
