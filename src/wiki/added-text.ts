/** The lines that an edit added or changed, as wikitext. */
import * as v from 'valibot';
import { done, type Outcome } from '../contract/problem.ts';
import { ask, type WikiTransport } from './transport.ts';

const Shape = v.object({ compare: v.object({ body: v.optional(v.string(), '') }) });

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#039': "'", '#160': ' ' };

/** From the wiki's table of differences; `parent` is the revision before. One call. */
export async function readAddedText(
	transport: WikiTransport,
	parent: number,
	revision: number,
): Promise<Outcome<string>> {
	const params = { fromrev: String(parent), torev: String(revision), prop: 'diff' };
	const answer = await ask(transport, { action: 'compare', params }, Shape);
	if (!answer.ok) return answer;
	const cells = answer.value.compare.body.matchAll(/<td[^>]*class="[^"]*diff-addedline[^"]*"[^>]*>([\s\S]*?)<\/td>/g);
	const lines = [...cells].map(([, cell = '']) =>
		cell.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|amp|#039|#160);/g, (_, name: string) => entities[name] ?? ''),
	);
	return done(lines.join('\n'));
}
