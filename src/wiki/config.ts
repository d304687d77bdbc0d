/** Reads MediaWiki:Wikihaven.json: the configuration of a wiki and the revision it stands in. */
import * as v from 'valibot';
import { asModel, WikiConfigSchema } from '../contract/config.ts';
import { done, failed, type Outcome } from '../contract/problem.ts';
import { configPage, type WikiConfig } from '../domain/config/model.ts';
import { readPage } from './revisions.ts';
import type { WikiTransport } from './transport.ts';

export interface ReadConfig {
	readonly config: WikiConfig;
	readonly revision: number;
	/** When that revision was made, by the wiki's clock. */
	readonly at: string;
}

/** What the text of the page says; a problem names the place that is wrong, as `teams.local.members`. */
export function parseConfig(text: string): Outcome<WikiConfig> {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return failed('config-broken', ['JSON']);
	}
	const parsed = v.safeParse(WikiConfigSchema, json);
	if (parsed.success) return done(asModel(parsed.output));
	const [issue] = parsed.issues;
	return failed('config-broken', [v.getDotPath(issue) ?? issue.message]);
}

/** The configuration as the wiki says it now: `config-missing`, `config-broken`, or a problem of the way. */
export async function readConfig(transport: WikiTransport): Promise<Outcome<ReadConfig>> {
	const page = await readPage(transport, configPage);
	if (!page.ok) return page;
	const [newest] = page.value.revisions;
	if (page.value.missing || !newest) return failed('config-missing');
	if (newest.text === null) return failed('config-broken', ['hidden']);
	const config = parseConfig(newest.text);
	return config.ok ? done({ config: config.value, revision: newest.id, at: newest.at }) : config;
}
