/** This service's own accounts on the wikis, where the operator gave it some. */
import { readFileSync } from 'node:fs';
import { createBotApi } from '../../wiki/bot.ts';
import type { WikiTransport } from '../../wiki/transport.ts';
import type { BackendConfig } from '../config.ts';
import type { BotConfig } from './bot-config.ts';

const timeoutMs = 20_000;

function passwordOf({ passwordFile, passwordEnv = '' }: BotConfig): string {
	const password = passwordFile === undefined ? process.env[passwordEnv] : readFileSync(passwordFile, 'utf8').trim();
	if (!password) throw new Error(`the environment variable ${passwordEnv} is not set`);
	return password;
}

/** By the wiki's base, as clients name it; a wiki without an account is left out. Throws where a password cannot be read. */
export function openBots(
	wikis: BackendConfig['wikis'],
	version: string,
	signal: AbortSignal,
): ReadonlyMap<string, WikiTransport> {
	const bots = new Map<string, WikiTransport>();
	for (const { base, apiBase, bot } of wikis) {
		if (!bot) continue;
		const transport = createBotApi({
			base: apiBase ?? base,
			user: bot.user,
			password: passwordOf(bot),
			fetch: (url, init) => fetch(url, init),
			headers: { 'user-agent': `Wikihaven/${version} (backend)` },
			timeoutMs,
			signal,
		});
		bots.set(base, transport);
	}
	return bots;
}
