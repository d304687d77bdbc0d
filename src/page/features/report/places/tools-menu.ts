/** A link in the tools menu of any page: the page, or the user or file that it is about. */
import type { Target } from '../../../../contract/target.ts';
import { message, type MessageKey } from '../../../messages.ts';
import { bodyIs } from '../../../selectors.ts';
import { addToolsLink } from '../../../tools-link.ts';
import { pinned, type Place } from '../place.ts';
import { pageOwner, specialTarget } from '../special.ts';

type About = readonly [word: MessageKey, type: Target['type'], author: typeof pageOwner];

/** By the classes of body; the first that fits. */
const abouts: readonly (readonly [style: string, about: About])[] = [
	[bodyIs.email, ['page-report-email', 'email', specialTarget]],
	[bodyIs.block, ['page-report-user', 'user', specialTarget]],
	[bodyIs.contributions, ['page-report-user', 'user', specialTarget]],
	[bodyIs.user, ['page-report-user', 'user', pageOwner]],
	[bodyIs.userTalk, ['page-report-user', 'user', pageOwner]],
	[bodyIs.file, ['page-report-file', 'file', () => null]],
];

export const toolsMenu: Place = {
	draw(_root, { facts, services, signal }) {
		const { classList } = document.body;
		const [word, type, author]: About = abouts.find(([style]) => classList.contains(style))?.[1] ?? [
			'page-report-page',
			'page',
			() => null,
		];
		const press = (): void => {
			const now = services.facts() ?? facts;
			void services.openPanel({ system: 'report', target: pinned(now, type, author(now)) });
		};
		addToolsLink('t-wikihaven-report', message(word), '', press, signal);
	},
};
