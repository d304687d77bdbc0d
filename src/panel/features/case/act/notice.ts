/** The text of a notice: a template of the wiki with its places filled, or plain words made of what is planned. */
import type { ActFacts } from '../../../../contract/act.ts';
import { linesOf, type Plan } from './plan.ts';
import type { ActWords } from './words.ts';

/** How long, as the wiki says it to everybody. */
export const lengthOf = (expiry: string, facts: ActFacts): string =>
	facts.expiries.find(({ value }) => value === expiry)?.here ?? expiry;

/** A pipe or braces would end a template's parameter. */
const inTemplate = (text: string): string => text.replace(/[|{}]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const linked = (pages: readonly string[]): string => pages.map((page) => `[[:${page}]]`).join(', ');

/** Signed by the wiki as it is saved. `here`: words in the language of the wiki. */
export function noticeText(plan: Plan, facts: ActFacts, template: number | null, here: ActWords): string {
	const { on, block, user } = plan;
	const pages = on.block && !block.whole ? linesOf(block.pages) : [];
	const length = on.block ? lengthOf(block.expiry, facts) : '';
	const chosen = template === null ? undefined : facts.notices[template];
	if (chosen) {
		const given = [user, length, on.block ? block.reason : '', linked(pages)].map(inTemplate);
		const text = chosen.text.replace(/\$([1-4])/g, (_, n: string) => given[Number(n) - 1] ?? '');
		return /~{3,5}/.test(text) ? text : `${text} ~~~~`;
	}
	const said = !on.block
		? here('public-none')
		: pages.length > 0
			? here('public-partial', linked(pages), length, block.reason)
			: here('public-block', length, block.reason);
	return `${said.replace(/[\u2066-\u2069]/g, '')} ~~~~`;
}
