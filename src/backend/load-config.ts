/** Reads the configuration file and the environment, and says what to set where something is missing or wrong. */
import { accessSync, constants, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { BackendConfigSchema, type BackendConfig } from './config.ts';

type Loaded = { readonly ok: true; readonly config: BackendConfig } | { readonly ok: false; readonly errors: string[] };
type Environment = Readonly<Record<string, string | undefined>>;
type Json = Record<string, unknown>;

/** Environment variables and the setting each stands for; what is not here belongs in the file. */
export const environment: readonly (readonly [name: string, path: readonly string[], kind: 'text' | 'number'])[] = [
	['WIKIHAVEN_PUBLIC_ORIGIN', ['publicOrigin'], 'text'],
	['WIKIHAVEN_OPERATOR', ['operator'], 'text'],
	['WIKIHAVEN_HOST', ['listen', 'host'], 'text'],
	['WIKIHAVEN_PORT', ['listen', 'port'], 'number'],
	['WIKIHAVEN_KEY_FOLDER', ['keyFolder'], 'text'],
	['WIKIHAVEN_PANEL_FOLDER', ['panelFolder'], 'text'],
	['WIKIHAVEN_TRUSTED_PROXIES', ['trustedProxies'], 'number'],
	['WIKIHAVEN_LOG_LEVEL', ['logLevel'], 'text'],
];

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function put(into: Json, [first = '', ...rest]: readonly string[], value: unknown): void {
	if (rest.length === 0) into[first] = value;
	else {
		const inner = isJson(into[first]) ? { ...into[first] } : {};
		put(inner, rest, value);
		into[first] = inner;
	}
}

function overlay(file: Json, env: Environment): Json {
	const all = { ...file };
	for (const [name, path, kind] of environment) {
		const value = env[name];
		if (value !== undefined) put(all, path, kind === 'number' ? Number(value) : value);
	}
	// The whole store at once: half an SQLite and half a PostgreSQL setting would make no sense.
	if (env['WIKIHAVEN_STORE_URL']) all['store'] = { kind: 'postgres', url: env['WIKIHAVEN_STORE_URL'] };
	else if (env['WIKIHAVEN_STORE_PATH']) all['store'] = { kind: 'sqlite', path: env['WIKIHAVEN_STORE_PATH'] };
	return all;
}

/** One line an error: which setting, what is wrong, and which environment variable would set it too. */
function explain(issue: v.BaseIssue<unknown>): string {
	const path = (issue.path ?? []).map((part) => String(part.key));
	const variable = environment.find(([, to]) => to.join('.') === path.join('.'))?.[0];
	return `${path.join('.') || 'the file'}: ${issue.message}${variable ? ` (or set ${variable})` : ''}`;
}

function isReadable(path: string): boolean {
	try {
		accessSync(path, constants.R_OK);
		return true;
	} catch {
		return false;
	}
}

/** Secrets of a wiki that lie elsewhere and are not there. */
function missing({ oauth, bot }: BackendConfig['wikis'][number], env: Environment): string[] {
	const errors: string[] = [];
	const unset = (name: string | undefined): name is string => name !== undefined && !env[name];
	if (!oauth?.clientSecret && unset(oauth?.clientSecretEnv)) {
		errors.push(`oauth.clientSecretEnv: set the environment variable ${oauth.clientSecretEnv}`);
	}
	if (bot?.passwordFile !== undefined) {
		if (!isReadable(bot.passwordFile)) errors.push(`bot.passwordFile: ${bot.passwordFile} cannot be read`);
	} else if (unset(bot?.passwordEnv)) {
		errors.push(`bot.passwordEnv: set the environment variable ${bot.passwordEnv}`);
	}
	return errors;
}

/** Relative paths count from the folder of the file. */
function absolute(config: BackendConfig, folder: string): BackendConfig {
	const at = (path: string): string => resolve(folder, path);
	return {
		...config,
		keyFolder: at(config.keyFolder),
		store: config.store.kind === 'sqlite' ? { ...config.store, path: at(config.store.path) } : config.store,
		panelFolder: config.panelFolder === undefined ? undefined : at(config.panelFolder),
	};
}

export function parseConfig(file: unknown, env: Environment, folder: string): Loaded {
	const parsed = v.safeParse(BackendConfigSchema, overlay(isJson(file) ? file : {}, env));
	if (!parsed.success) return { ok: false, errors: parsed.issues.map(explain) };
	const errors = parsed.output.wikis.flatMap((wiki, index) =>
		missing(wiki, env).map((line) => `wikis.${index}.${line}`),
	);
	if (errors.length > 0) return { ok: false, errors };
	const wikis = parsed.output.wikis.map((wiki) => {
		const { clientSecretEnv } = wiki.oauth ?? {};
		const secret = clientSecretEnv === undefined ? undefined : env[clientSecretEnv];
		return wiki.oauth && secret !== undefined ? { ...wiki, oauth: { ...wiki.oauth, clientSecret: secret } } : wiki;
	});
	return { ok: true, config: absolute({ ...parsed.output, wikis }, folder) };
}

/** `path`: the JSON file; null where the environment alone is meant to do. */
export function loadConfig(path: string | null, env: Environment): Loaded {
	if (path === null) return parseConfig({}, env, process.cwd());
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch {
		return { ok: false, errors: [`${path}: cannot be read; name the file with --config or WIKIHAVEN_CONFIG`] };
	}
	try {
		return parseConfig(JSON.parse(text), env, dirname(resolve(path)));
	} catch (error) {
		return { ok: false, errors: [`${path}: is not JSON (${error instanceof Error ? error.message : 'unreadable'})`] };
	}
}
