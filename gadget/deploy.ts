/** Installs the built gadget on a wiki, or puts back what stood there before: the diff first, then the edits. */
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { WikiConfigSchema } from '../src/contract/config.ts';
import { configPage } from '../src/domain/config/model.ts';
import { diffLines } from './diff.ts';
import { gadgetPages, type Backend } from './pages.ts';
import { planDeploy, planRollback } from './plan.ts';
import { openWiki, type DeployWiki } from './wiki.ts';

const usage = `Usage: npm run gadget:deploy -- --wiki API-URL [options]

Installs the gadget from dist/gadget on a wiki. Credentials come from the environment: WIKIHAVEN_BOT_USER and
WIKIHAVEN_BOT_PASSWORD, or WIKIHAVEN_OAUTH_TOKEN.

  --wiki URL         the wiki's api.php
  --dry-run          show what would change, and change nothing
  --rollback         put back what stood there before the last deploy
  --origin ORIGIN    the backend; without it, what ${configPage} on the wiki says
  --operator NAME    who runs the backend; without it, as above
  --opt-in           everybody switches the gadget on for themselves (otherwise it is on for all)`;

/** The backend as the wiki's own configuration names it, unless the command says otherwise. */
async function backendOf(wiki: DeployWiki, origin?: string, operator?: string): Promise<Backend> {
	if (origin !== undefined && operator !== undefined) return { origin, operator };
	const { text } = await wiki.read(configPage);
	let found: Partial<Backend> = {};
	try {
		const config = v.safeParse(WikiConfigSchema, JSON.parse(text ?? 'null'));
		if (config.success) found = config.output.backend;
	} catch {
		// Not JSON: then the command must name the backend.
	}
	const backend = {
		origin: origin ?? found.origin,
		operator: operator ?? found.operator ?? new URL(origin ?? 'https://-').host,
	};
	if (backend.origin === undefined)
		throw new Error(`${configPage} names no backend. Write it first, or give --origin.`);
	return { origin: new URL(backend.origin).origin, operator: backend.operator };
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			wiki: { type: 'string' },
			'dry-run': { type: 'boolean', default: false },
			rollback: { type: 'boolean', default: false },
			origin: { type: 'string' },
			operator: { type: 'string' },
			'opt-in': { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help || values.wiki === undefined) {
		console.log(usage);
		process.exitCode = values.help ? 0 : 2;
		return;
	}
	const wiki = await openWiki(values.wiki, process.env);
	const pages = values.rollback
		? new Map<string, string>()
		: await gadgetPages(await backendOf(wiki, values.origin, values.operator), await wiki.language());
	const changes = values.rollback ? await planRollback(wiki) : await planDeploy(wiki, pages, !values['opt-in']);
	for (const { title, now, text } of changes) {
		console.log(`\n${title}${now.text === null ? ' (new page)' : ''}`);
		for (const line of diffLines(now.text ?? '', text)) console.log(line);
	}
	if (!changes.length) console.log('Nothing to change.');
	if (values['dry-run']) return;
	for (const { title, now, text, summary } of changes) {
		const revision = await wiki.save(title, text, summary, now);
		console.log(`Saved ${title}, revision ${revision}.`);
	}
}

try {
	await main();
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
