/** The one link in the tools menu that opens the panel's start view. */
import { message } from '../messages.ts';
import { addToolsLink } from '../tools-link.ts';
import type { Feature } from './feature.ts';

export const home: Feature = {
	system: null,
	start({ services, signal }) {
		const open = (): void => void services.openPanel({ system: 'home' });
		addToolsLink('t-wikihaven', message('page-tools-link'), message('page-tools-tooltip'), open, signal);
	},
};
