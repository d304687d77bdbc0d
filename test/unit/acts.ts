/** Acts of a handler on the wiki, and how things stood before: what tests of several rooms carry out. */
import type { Act, StateOf } from '../../src/contract/act.ts';

export const block: Act = {
	act: 'block',
	user: 'Mallory',
	partial: { pages: ['Talk:Rivers'], namespaces: [], actions: [] },
	expiry: '1 week',
	reason: 'Incivility',
	createAccount: false,
	ownTalk: false,
	email: false,
};
export const notice: Act = { act: 'notice', user: 'Mallory', heading: 'About your edits', text: 'Please.' };
export const free: StateOf<'user'> = { of: 'user', user: 'Mallory', blocks: [], log: 0 };
