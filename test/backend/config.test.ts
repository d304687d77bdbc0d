/** The configuration: what is wrong is named with what to set; the environment goes over the file. */
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/backend/load-config.ts';
import type { BackendConfigInput } from '../../src/backend/config.ts';

const key = { id: '0123456789abcdef', age: `age1${'q'.repeat(58)}` };
const good: BackendConfigInput = {
	publicOrigin: 'https://haven.example.org',
	operator: 'Somebody',
	store: { kind: 'sqlite', path: 'data/haven.sqlite' },
	keyFolder: 'keys',
	wikis: [{ base: 'https://wiki.example.org/w', oauth: { clientId: 'x', clientSecretEnv: 'OAUTH_SECRET' } }],
	staff: [{ role: 'recovery', name: 'Recovery', key }],
};
const parse = (file: unknown, env: Record<string, string> = { OAUTH_SECRET: 's' }) =>
	parseConfig(file, env, '/srv/haven');
function errorsOf(file: unknown, env?: Record<string, string>): string {
	const parsed = parse(file, env);
	return parsed.ok ? '' : parsed.errors.join('\n');
}

test('a good file is taken, with paths counted from its folder and the defaults filled in', () => {
	const parsed = parse(good);
	expect(parsed).toMatchObject({
		ok: true,
		config: {
			listen: { host: '127.0.0.1', port: 8140 },
			store: { path: '/srv/haven/data/haven.sqlite' },
			keyFolder: '/srv/haven/keys',
			trustedProxies: 0,
			rates: { report: { points: 60, seconds: 600 } },
			wikis: [{ oauth: { clientSecret: 's' } }],
		},
	});
});

test('the environment goes over the file, and alone sets what it can', () => {
	const env = {
		OAUTH_SECRET: 's',
		WIKIHAVEN_PORT: '9000',
		WIKIHAVEN_PUBLIC_ORIGIN: 'https://other.example.org',
		WIKIHAVEN_STORE_URL: 'postgres://haven@db/haven',
	};
	expect(parse(good, env)).toMatchObject({
		config: {
			listen: { host: '127.0.0.1', port: 9000 },
			publicOrigin: 'https://other.example.org',
			store: { kind: 'postgres', url: 'postgres://haven@db/haven', connections: 10 },
		},
	});
	expect(parse(good, { OAUTH_SECRET: 's', WIKIHAVEN_STORE_PATH: '/var/x' })).toMatchObject({
		config: { store: { kind: 'sqlite', path: '/var/x' } },
	});
});

test.each<[string, unknown, string]>([
	['nothing at all', {}, 'publicOrigin'],
	['the variable that sets it too', {}, '(or set WIKIHAVEN_PUBLIC_ORIGIN)'],
	['no recovery key', { ...good, staff: [] }, 'staff: needs an entry with the role "recovery"'],
	[
		'a bot password that is not there',
		{ ...good, wikis: [{ base: 'https://wiki.example.org/w', bot: { user: 'Haven@x', passwordFile: '/none' } }] },
		'wikis.0.bot.passwordFile: /none cannot be read',
	],
	[
		'a bot password that is not set',
		{ ...good, wikis: [{ base: 'https://wiki.example.org/w', bot: { user: 'Haven@x', passwordEnv: 'BOT' } }] },
		'wikis.0.bot.passwordEnv: set the environment variable BOT',
	],
	[
		'an account instead of a bot password',
		{ ...good, wikis: [{ base: 'https://wiki.example.org/w', bot: { user: 'Haven', passwordEnv: 'BOT' } }] },
		'Special:BotPasswords',
	],
	['no wiki', { ...good, wikis: [] }, 'wikis: name at least one wiki'],
	['an origin with a path', { ...good, publicOrigin: 'https://haven.example.org/x' }, 'publicOrigin'],
	['a wiki with a slash at its end', { ...good, wikis: [{ base: 'https://w.example.org/w/' }] }, 'wikis.0.base'],
	[
		'OAuth without a secret',
		{ ...good, wikis: [{ base: 'https://w.example.org/w', oauth: { clientId: 'x' } }] },
		'wikis.0.oauth: set clientSecret or clientSecretEnv',
	],
	[
		'staff by another name than their account has: a report about the account would go to them',
		{
			...good,
			staff: [
				...good.staff,
				{ role: 'safety', name: 'The safety team', key, accounts: [{ wiki: 'https://w.example.org/w', user: 'Sam' }] },
			],
		},
		'staff.1: name them as one of their accounts is named',
	],
	['an unknown store', { ...good, store: { kind: 'mysql' } }, 'store'],
	['a port that is none', { ...good, listen: { port: 'eighty' } }, 'listen.port'],
])('what is wrong is named: %s', (_, file, message) => {
	expect(errorsOf(file)).toContain(message);
});

test('staff named as their account is, in any spelling, and reviewers, whom no report goes to, under any name', () => {
	const accounts = [{ wiki: 'https://w.example.org/w', user: 'Sam W' }];
	const staff = [
		...good.staff,
		{ role: 'safety', name: 'sam_W', key, accounts },
		{ role: 'hash-review-child-abuse', name: 'The reviewers', key, accounts },
	];
	expect(parse({ ...good, staff })).toMatchObject({ ok: true });
});

test('a secret that the environment lacks is asked for by its name', () => {
	expect(errorsOf(good, {})).toBe('wikis.0.oauth.clientSecretEnv: set the environment variable OAUTH_SECRET');
});
