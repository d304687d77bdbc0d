/** Who is called by name in what edits of discussions added. */
import { inTime, type Contribution } from '../engines/timeline/contribution.ts';
import type { Mention } from '../engines/timeline/event.ts';
import { mentions } from '../engines/timeline/mentions.ts';
import { isTalk } from '../engines/timeline/reply.ts';
import { readAddedText } from './added-text.ts';
import type { WikiTransport } from './transport.ts';

/** The newest edits are looked at: each takes a call. */
const most = 16;

export interface Mentions {
	readonly found: Mention[];
	/** Whether every edit of a discussion was looked at. */
	readonly complete: boolean;
}

/** What cannot be read (deleted, hidden) mentions nobody. */
export async function readMentions(
	transport: WikiTransport,
	users: readonly string[],
	edits: readonly Contribution[],
): Promise<Mentions> {
	const talk = inTime(edits.filter((edit) => isTalk(edit) && edit.parent > 0));
	const looked = talk.slice(-most);
	const texts = await Promise.all(looked.map(({ parent, revision }) => readAddedText(transport, parent, revision)));
	const found = looked.flatMap(({ revision, user: author }, i) => {
		const text = texts[i];
		// The author's own signature calls nobody else.
		return text?.ok
			? users.filter((user) => user !== author && mentions(text.value, user)).map((user) => ({ revision, user }))
			: [];
	});
	return { found, complete: talk.length <= most };
}
