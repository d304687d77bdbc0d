/** A wiki's people and pages in memory: a double for the real wiki, which test/wiki has, so that each case can be made. */
import { generateX25519Identity } from 'age-encryption';
import { done, failed, type Outcome } from '../../../src/contract/problem.ts';
import { WikiConfigSchema } from '../../../src/contract/config.ts';
import type { WikiConfig } from '../../../src/domain/config/model.ts';
import type { HandlerKeys } from '../../../src/contract/vault.ts';
import type { PublicKey } from '../../../src/domain/keys/model.ts';
import type { BackendConfigInput } from '../../../src/backend/config.ts';
import type { PageKey, WikiDirectory } from '../../../src/backend/wiki/directory.ts';
import { handlerKeysOf } from '../../../src/panel/sealing/key-material.ts';
import * as v from 'valibot';

export interface KeyPair {
	readonly public: PublicKey;
	/** AGE-SECRET-KEY-1… */
	readonly secret: string;
	/** To sign with. */
	readonly keys: HandlerKeys;
}

export async function newKey(): Promise<KeyPair> {
	const secret = await generateX25519Identity();
	const keys = await handlerKeysOf(secret);
	return { secret, public: keys.public, keys };
}

export const wikiA = 'http://a.wiki.test/w';
export const wikiB = 'http://b.wiki.test/w';

interface WikiDouble {
	config: Outcome<WikiConfig>;
	readonly keys: Map<string, PageKey[] | null>;
}

/** Everybody's keys by name; `a` and `b` are two wikis with the same backend. */
export interface World {
	readonly directory: WikiDirectory;
	readonly wikis: ReadonlyMap<string, WikiDouble>;
	readonly keys: ReadonlyMap<string, KeyPair>;
	readonly staff: BackendConfigInput['staff'];
	/** Changes a wiki's configuration. */
	configure(wiki: string, change: Partial<v.InferInput<typeof WikiConfigSchema>>): void;
	/** The key of somebody; throws where there is none. */
	key(name: string): KeyPair;
}

function wikiConfig(change: Partial<v.InferInput<typeof WikiConfigSchema>> = {}): WikiConfig {
	return v.parse(WikiConfigSchema, {
		wikihaven: 1,
		backend: { origin: 'http://haven.test', operator: 'Tests' },
		teams: {
			local: { name: 'Team', members: ['Hana', 'Hugo'] },
			outside: { name: 'Outside', members: ['Olga'] },
		},
		routes: {
			conduct: ['local', 'outside'],
			threat: ['local', 'staff:safety'],
			'child-safety': ['staff:child-safety'],
			'private-data': ['outside'],
			office: ['outside'],
		},
		...change,
	}) as WikiConfig;
}

export async function makeWorld(): Promise<World> {
	const people = ['Hana', 'Hugo', 'Olga', 'Bea'];
	const roles = ['recovery', 'safety', 'child-safety', 'custodian'];
	const keys = new Map<string, KeyPair>();
	for (const name of [...people, ...roles]) keys.set(name, await newKey());
	const key = (name: string): KeyPair => {
		const found = keys.get(name);
		if (!found) throw new Error(`no key of ${name}`);
		return found;
	};
	let revision = 100;
	const published = (...names: string[]): Map<string, PageKey[] | null> =>
		new Map(names.map((name) => [name, [{ key: key(name).public, revision: ++revision, from: 1_000, until: null }]]));
	const wikis = new Map<string, WikiDouble>([
		[wikiA, { config: done(wikiConfig()), keys: published('Hana', 'Hugo', 'Olga') }],
		// Hana is nobody there, although the account exists.
		[
			wikiB,
			{
				config: done(
					wikiConfig({ teams: { local: { name: 'T', members: ['Bea'] }, outside: { name: 'O', members: [] } } }),
				),
				keys: published('Bea'),
			},
		],
	]);
	return {
		wikis,
		keys,
		key,
		staff: roles.map((role) => ({
			role,
			name: `Staff ${role}`,
			key: key(role).public,
			accounts: role === 'recovery' ? [] : [{ wiki: wikiA, user: `Staff ${role}` }],
		})),
		configure(wiki, change) {
			const double = wikis.get(wiki);
			if (double) double.config = done(wikiConfig(change));
		},
		directory: {
			config: (wiki) => Promise.resolve(wikis.get(wiki)?.config ?? failed('config-missing')),
			keysOf(wiki, users) {
				const all = wikis.get(wiki)?.keys ?? new Map<string, PageKey[] | null>();
				return Promise.resolve(done(new Map([...all].filter(([user]) => users.includes(user)))));
			},
		},
	};
}
