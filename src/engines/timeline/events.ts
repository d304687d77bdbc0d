/** Makes the timeline of people out of their edits, their logs and what the wiki says of texts. */
import type { Contribution } from './contribution.ts';
import { diffLink, logLink, sorted, type LogEntry, type Mention, type TimelineEvent } from './event.ts';
import { mentions } from './mentions.ts';
import { isOwnPage } from './own-page.ts';
import { repliedTo } from './reply.ts';
import { revertedBy, type Digests } from './revert.ts';
import { sharedEdits } from './shared-pages.ts';

export interface Material {
	readonly users: readonly string[];
	/** In the range, none of them hidden. */
	readonly edits: readonly Contribution[];
	readonly logs: readonly LogEntry[];
	readonly digests: Digests;
	/** Found in differences; those in summaries are found here. */
	readonly mentions: readonly Mention[];
	/** The wiki's index.php. */
	readonly index: string;
}

function ofEdit(edit: Contribution, index: string, type: TimelineEvent['type'], target: string | null): TimelineEvent {
	const { at, user, page, namespace, revision, summary } = edit;
	const when = new Date(at).toISOString();
	return {
		type,
		at: when,
		actor: user,
		target,
		page,
		namespace,
		revision,
		log: null,
		link: diffLink(index, revision),
		summary,
	};
}

/** One event for each edit of a page that at least two of them edited. */
function meetings({ edits, digests, index }: Material): TimelineEvent[] {
	return [...sharedEdits(edits).values()].flatMap((list) =>
		list.map((edit, i) => {
			// The last ones are enough: a page can have thousands.
			const earlier = list.slice(Math.max(0, i - 50), i);
			const undone = revertedBy(edit, earlier, digests);
			if (undone) return ofEdit(edit, index, 'revert', undone.user);
			const answered = repliedTo(edit, earlier);
			return answered ? ofEdit(edit, index, 'reply', answered.user) : ofEdit(edit, index, 'edit', null);
		}),
	);
}

/** Calling each other by name in a summary or in the text, and writing on each other's user pages. */
function called({ users, edits, mentions: inTexts, index }: Material): TimelineEvent[] {
	const texts = new Set(inTexts.map(({ revision, user }) => `${revision} ${user}`));
	return edits.flatMap((edit) =>
		users
			.filter((user) => user !== edit.user)
			.filter((user) => isOwnPage(edit, user) || texts.has(`${edit.revision} ${user}`) || mentions(edit.summary, user))
			.map((user) => ofEdit(edit, index, 'mention', user)),
	);
}

/** All events, oldest first. An edit that also calls somebody by name is two events. */
export function eventsOf(material: Material): TimelineEvent[] {
	const logs = material.logs.map(({ id, type, at, actor, target, page, summary }): TimelineEvent => ({
		type,
		at: new Date(at).toISOString(),
		actor,
		target,
		page,
		namespace: 2,
		revision: null,
		log: id,
		link: logLink(material.index, id),
		summary,
	}));
	const met = meetings(material);
	// Undoing names the person in the summary by itself: that is the revert, not a call.
	const reverts = new Set(met.filter(({ type }) => type === 'revert').map((one) => `${one.revision} ${one.target}`));
	const calls = called(material).filter((one) => !reverts.has(`${one.revision} ${one.target}`));
	return sorted([...met, ...calls, ...logs]);
}
