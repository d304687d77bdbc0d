/** A button at the top of Special:EmailUser and Special:Block, about the person that the form names. */
import type { Target } from '../../../../contract/target.ts';
import { message, type MessageKey } from '../../../messages.ts';
import { bodyIs, content } from '../../../selectors.ts';
import { pinned, type Place } from '../place.ts';
import { specialTarget } from '../special.ts';

const forms: readonly (readonly [style: string, word: MessageKey, type: Target['type']])[] = [
	[bodyIs.email, 'page-report-email', 'email'],
	[bodyIs.block, 'page-report-user', 'user'],
];

export const specialForm: Place = {
	draw(_root, { facts, services, makeButton }) {
		const found = forms.find(([style]) => document.body.classList.contains(style));
		const page = document.querySelector(content);
		if (!found || !page || page.querySelector('.wikihaven-report')) return;
		const [, word, type] = found;
		const press = (): void => {
			const now = services.facts() ?? facts;
			void services.openPanel({ system: 'report', target: pinned(now, type, specialTarget(now)) });
		};
		page.prepend(makeButton(message(word), message(word), press));
	},
};
