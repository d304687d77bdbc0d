/** Evidence for a log entry: found again by its number among the entries around its time. */
import * as v from 'valibot';
import { Timestamp } from '../../contract/primitives.ts';
import type { Evidence } from '../../contract/evidence.ts';
import type { Target } from '../../contract/target.ts';
import { done, type Outcome } from '../../contract/problem.ts';
import { samePerson } from '../../domain/people/names.ts';
import { ask } from '../../wiki/transport.ts';
import { sha256, toHex } from '../../contract/bytes.ts';
import { logLink } from './links.ts';
import { withoutRevision } from './result.ts';
import type { Texts } from './texts.ts';

const Flag = v.optional(v.boolean(), false);
const Log = v.object({
	query: v.object({
		logevents: v.array(
			v.object({
				logid: v.number(),
				user: v.optional(v.string()),
				timestamp: v.optional(Timestamp),
				type: v.optional(v.string()),
				action: v.optional(v.string()),
				title: v.optional(v.string()),
				comment: v.optional(v.string()),
				actionhidden: Flag,
				commenthidden: Flag,
				userhidden: Flag,
				suppressed: Flag,
			}),
		),
	}),
});

/** Around its time; else what is newest of its author, or of its page. */
function range({ at, author, page }: Target): Record<string, string> {
	if (at !== undefined) {
		const time = Date.parse(at);
		return {
			lestart: new Date(time + 120_000).toISOString(),
			leend: new Date(time - 120_000).toISOString(),
		};
	}
	if (author !== null) return { leuser: author };
	return page === undefined ? {} : { letitle: page };
}

export async function logEvidence({ transport }: Texts, target: Target): Promise<Outcome<Evidence>> {
	const { wiki, logId, author } = target;
	if (logId === undefined) return done(withoutRevision(target, 'unconfirmed'));
	const answer = await ask(
		transport,
		{
			action: 'query',
			params: {
				list: 'logevents',
				leprop: 'ids|title|type|user|timestamp|comment',
				lelimit: 'max',
				...range(target),
			},
		},
		Log,
	);
	if (!answer.ok) return answer;
	const entry = answer.value.query.logevents.find(({ logid }) => logid === logId);
	const permalink = logLink(wiki, logId);
	if (!entry) return done({ target, permalink, state: 'unconfirmed' });
	if (entry.actionhidden || entry.commenthidden || entry.userhidden || entry.suppressed) {
		return done({ target, permalink, state: 'hidden' });
	}
	const by = author === null || (entry.user !== undefined && samePerson(entry.user, author));
	const { timestamp = '', user = '', type = '', action = '', title = '', comment = '' } = entry;
	const text = [timestamp, user, `${type}/${action}`, title, comment].join('\n');
	return done({
		target,
		permalink,
		wikitext: text,
		hash: toHex(await sha256(text)),
		state: by ? 'confirmed' : 'unconfirmed',
	});
}
