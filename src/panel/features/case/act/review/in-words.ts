/** What an act will do, and how things stand before it, in words. */
import type { Act, ActFacts, Block, BlockScope, State } from '../../../../../contract/act.ts';
import type { Words } from '../../../../words/words.ts';
import { actionName, lengthName, levelName, namespaceName } from '../names.ts';
import type { ActWords } from '../words.ts';

export interface Said {
	readonly say: ActWords;
	readonly words: Pick<Words, 'time' | 'list'>;
	readonly facts: ActFacts;
}

function scopeInWords({ pages, namespaces, actions }: BlockScope, { say, words, facts }: Said): string {
	return words.list([
		...pages,
		...namespaces.map((id) => say('scope-namespace', namespaceName(id, facts, say))),
		...actions.map((action) => say('scope-action', actionName(action, say))),
	]);
}

function blockNow({ by, at, until, reason, partial }: Block, user: string, said: Said): string {
	const { say, words } = said;
	const who = by ?? '?';
	const base =
		until === null
			? say('now-block-endless', user, who, words.time(at), reason)
			: say('now-block', user, who, words.time(at), words.time(until), reason);
	return partial ? `${base} ${say('now-block-part', scopeInWords(partial, said))}` : base;
}

/** How it stands, a sentence each. */
export function nowInWords(state: State, said: Said): string[] {
	const { say, words } = said;
	switch (state.of) {
		case 'user':
			return state.blocks.length > 0
				? state.blocks.map((one) => blockNow(one, state.user, said))
				: [say('now-no-block', state.user)];
		case 'talk':
			return state.revision === null ? [say('now-no-talk')] : [];
		case 'page':
			return [
				...(state.author === null ? [] : [say('now-newest', state.page, state.author)]),
				...(state.protection.length > 0
					? [
							say(
								'now-protected',
								state.page,
								words.list([...new Set(state.protection.map(({ level }) => levelName(level, say)))]),
							),
						]
					: [say('now-open', state.page)]),
			];
		case 'revision':
			return [
				state.hidden.length > 0
					? say('now-hidden', words.list(state.hidden.map((part) => say(`act-part-${part}`))))
					: say('now-shown'),
				...(state.newest ? [say('now-newest-revision')] : []),
			];
	}
}

function blockThen(act: Extract<Act, { act: 'block' }>, seen: State, said: Said): string[] {
	const { say, facts } = said;
	const length = lengthName(act.expiry, facts);
	const replaces = seen.of === 'user' && seen.blocks.length > 0;
	return [
		act.partial
			? say('then-block-part', act.user, scopeInWords(act.partial, said), length)
			: say('then-block', act.user, length),
		say('then-reason', act.reason),
		...(act.createAccount ? [say('act-no-accounts')] : []),
		...(act.ownTalk ? [say('act-no-talk')] : []),
		...(act.email ? [say('act-no-email')] : []),
		...(replaces ? [say('then-replaces')] : []),
	];
}

/** What it will do, a sentence each. */
export function thenInWords(act: Act, seen: State, said: Said): string[] {
	const { say, words, facts } = said;
	switch (act.act) {
		case 'block':
			return blockThen(act, seen, said);
		case 'notice':
			return [say('then-notice', act.heading, act.user)];
		case 'revert':
			return [say(`then-${act.how}`, String(act.revision), act.page, act.user)];
		case 'hide':
			return [
				say('then-hide', String(act.revision), act.page, words.list(act.parts.map((part) => say(`act-part-${part}`)))),
				...(act.suppress ? [say('act-suppress')] : []),
				say('then-reason', act.reason),
			];
		case 'protect':
			return [
				say('then-protect', act.page, levelName(act.level, say), lengthName(act.expiry, facts)),
				say('then-reason', act.reason),
			];
	}
}
