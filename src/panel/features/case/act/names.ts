/** What wikis call things, in the person's words where there are some. */
import type { ActFacts } from '../../../../contract/act.ts';
import type { ActKey, ActWords } from './words.ts';

const actions: Readonly<Record<string, ActKey>> = {
	upload: 'act-action-upload',
	move: 'act-action-move',
	create: 'act-action-create',
	thanks: 'act-action-thanks',
};

/** Extensions bring more, of which only the wiki's own name is known. */
export function actionName(action: string, say: ActWords): string {
	const key = actions[action];
	return key ? say(key) : action;
}

export const namespaceName = (id: number, { namespaces }: ActFacts, say: ActWords): string =>
	namespaces.find((one) => one.id === id)?.name || say('act-namespace-main');

const levels: Readonly<Record<string, ActKey>> = {
	autoconfirmed: 'act-level-autoconfirmed',
	sysop: 'act-level-sysop',
};

export function levelName(level: string, say: ActWords): string {
	const key = levels[level];
	return key ? say(key) : level;
}

/** A length as the wiki says it to this person. */
export const lengthName = (expiry: string, { expiries }: ActFacts): string =>
	expiries.find(({ value }) => value === expiry)?.label ?? expiry;
