/** Handling reports: the queue and a report opened from it. Its code loads when a handler goes there. */
import type { Feature } from '../../panel.ts';
import { lazyView } from '../../ui/lazy.tsx';

export const handling: Feature = {
	id: 'case',
	needs: 'backend',
	View: lazyView(async () => (await import('./case-view.tsx')).CaseView),
	entries: [{ label: 'case-title', help: 'case-entry-help', place: { feature: 'case' }, role: 'handler' }],
};
