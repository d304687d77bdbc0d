/** What a deploy or a rollback would write, page by page, from what the wiki has now. */
import { createHash } from 'node:crypto';
import { definitionLines, linesIn, withLines } from './definition.ts';
import { allTitles, definitionPage } from './pages.ts';
import type { DeployWiki, PageState } from './wiki.ts';

export interface Change {
	readonly title: string;
	readonly now: PageState;
	readonly text: string;
	readonly summary: string;
}

const mark = 'Wikihaven gadget ';
const deployed = new RegExp(`^${mark}([0-9a-f]{12})`);
const back = `${mark}put back: `;

/** The code goes first and the definition last, so that no reader gets a gadget without its code. */
export async function planDeploy(
	wiki: DeployWiki,
	pages: ReadonlyMap<string, string>,
	onByDefault: boolean,
): Promise<Change[]> {
	const lines = definitionLines(onByDefault);
	const id = createHash('sha256')
		.update(JSON.stringify([...pages, lines]))
		.digest('hex')
		.slice(0, 12);
	const summary = mark + id;
	const changes: Change[] = [];
	for (const [title, text] of pages) {
		const now = await wiki.read(title);
		// The wiki drops white space at the end of a page when it saves it.
		if (now.text?.trimEnd() !== text.trimEnd()) changes.push({ title, now, text, summary });
	}
	const now = await wiki.read(definitionPage);
	const text = withLines(now.text ?? '', lines);
	if (now.text?.trimEnd() !== text.trimEnd()) changes.push({ title: definitionPage, now, text, summary });
	return changes;
}

/** A page that somebody else edited after us is left alone; of the definition only our own line is put back. */
export async function planRollback(wiki: DeployWiki): Promise<Change[]> {
	const states = await Promise.all(
		[definitionPage, ...allTitles].map(async (title) => {
			const now = await wiki.read(title);
			const at = now.history.findIndex(({ summary }) => deployed.test(summary) || summary.startsWith(back));
			return { title, now, ours: now.history[at], isNewest: at === 0, before: now.history[at + 1]?.text ?? null };
		}),
	);
	// Only what the last deploy wrote: a page it did not need to change keeps what an earlier one wrote.
	const last = Math.max(0, ...states.map(({ ours }) => ours?.id ?? 0));
	const summaryOfLast = states.find(({ ours }) => ours?.id === last)?.ours?.summary ?? back;
	if (summaryOfLast.startsWith(back)) return [];
	return states.flatMap(({ title, now, ours, isNewest, before }) => {
		if (ours?.summary !== summaryOfLast) return [];
		const summary = `${back}${deployed.exec(summaryOfLast)?.[1] ?? ''}`;
		if (title === definitionPage)
			return [{ title, now, text: withLines(now.text ?? '', linesIn(before ?? '')), summary }];
		return isNewest ? [{ title, now, text: before ?? '', summary }] : [];
	});
}
