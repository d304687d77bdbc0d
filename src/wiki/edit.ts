/** Saves a page under the caller's own account without treading on somebody else's edit. */
import * as v from 'valibot';
import { RevisionId } from '../contract/primitives.ts';
import { done, failed, type Outcome } from '../contract/problem.ts';
import { ask, type WikiTransport } from './transport.ts';
import { csrfToken } from './user.ts';

export interface Edit {
	readonly title: string;
	readonly text: string;
	readonly summary: string;
	/** Newest revision the text was made from; null where the page must not exist yet. */
	readonly base: number | null;
	/** Fails with `not-signed-in` where the wiki knows the caller by another name. */
	readonly as: string;
	readonly contentModel?: string;
}

const Shape = v.object({
	edit: v.object({
		result: v.string(),
		newrevid: v.optional(RevisionId),
		nochange: v.optional(v.boolean(), false),
	}),
});

/** The new revision; `base` again where the page said so already. `conflict` where somebody else was faster. */
export async function editPage(transport: WikiTransport, edit: Edit): Promise<Outcome<number>> {
	const params: Record<string, string> = {
		title: edit.title,
		text: edit.text,
		summary: edit.summary,
		assertuser: edit.as,
		...(edit.contentModel === undefined ? {} : { contentmodel: edit.contentModel }),
		...(edit.base === null ? { createonly: '1' } : { baserevid: String(edit.base), nocreate: '1' }),
	};
	for (let tries = 1; ; tries++) {
		const token = await csrfToken(transport);
		if (!token.ok) return token;
		const answer = await ask(transport, { action: 'edit', params: { ...params, token: token.value } }, Shape);
		if (!answer.ok) {
			// The session changed between the two calls: once more with a fresh token.
			if (answer.params[0] === 'badtoken' && tries === 1) continue;
			return answer;
		}
		const { result, newrevid, nochange } = answer.value.edit;
		if (result !== 'Success') return failed('wiki-error', [result]);
		if (newrevid !== undefined) return done(newrevid);
		return nochange && edit.base !== null ? done(edit.base) : failed('wiki-error', ['no-revision']);
	}
}
