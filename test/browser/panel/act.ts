/** Stands in for a wiki that lets a handler act: who has every right there, and nothing was done before. */
import type { Act, ActFacts, ActVerbs, State } from '../../../src/contract/act.ts';
import type { Handlers } from '../../../src/contract/port.ts';
import { done, failed } from '../../../src/contract/problem.ts';

export interface AtAct {
	/** Without a name, nobody is logged in. */
	acts?: Partial<ActFacts>;
	/** Acts that the wiki refuses, with its code. */
	refuses?: Partial<Record<Act['act'], string>>;
}

const length = (value: string, label = value) => ({ value, label, here: label });
const usual: ActFacts = {
	user: null,
	rights: ['block', 'edit', 'deleterevision', 'suppressrevision', 'protect', 'rollback'],
	language: 'en',
	mostPages: 10,
	actions: ['upload', 'move', 'create', 'thanks'],
	namespaces: [
		{ id: 0, name: '' },
		{ id: 1, name: 'Talk' },
		{ id: 2, name: 'User' },
	],
	levels: ['autoconfirmed', 'sysop'],
	blockReasons: ['Intimidating behaviour or harassment', 'Vandalism'],
	protectReasons: ['Edit warring'],
	expiries: [length('1 day'), length('1 week'), length('infinite', 'without end')],
	notices: [{ label: 'Warning', text: 'Please be civil, $1.' }],
};

function stateOf(act: Act): State {
	switch (act.act) {
		case 'block':
			return { of: 'user', user: act.user, blocks: [], log: 0 };
		case 'notice':
			return { of: 'talk', page: `User talk:${act.user}`, revision: null };
		case 'hide': {
			const { page, revision } = act;
			return { of: 'revision', page, revision, newest: true, hidden: [], suppressed: false };
		}
		case 'revert':
		case 'protect':
			return { of: 'page', page: act.page, exists: true, revision: 41, author: 'Mallory', protection: [], log: 0 };
	}
}

export function actOf(wishes: () => AtAct): Handlers<ActVerbs> {
	return {
		actFacts: () => done({ ...usual, ...wishes().acts }),
		actState: ({ act }) => done(stateOf(act)),
		act({ act }) {
			const code = wishes().refuses?.[act.act];
			return code === undefined
				? done({ outcome: 'done', already: false, logId: 7, revision: null, until: '2026-12-01T00:00:00.000Z' })
				: failed('forbidden', [code]);
		},
		previewNotice: ({ text }) => done({ text }),
	};
}
