/** Following one's own reports: the list, one of them, and the way to one by its return code. */
import type { Feature } from '../../panel.ts';
import { lazyView } from '../../ui/lazy.tsx';

export const follow: Feature = {
	id: 'follow',
	needs: 'backend',
	View: lazyView(async () => (await import('./follow-view.tsx')).FollowView),
	entries: [
		{ label: 'mine-title', help: 'mine-entry-help', place: { feature: 'follow' }, role: 'everybody' },
		{ label: 'code-entry', help: 'code-entry-help', place: { feature: 'follow', code: true }, role: 'everybody' },
	],
};
