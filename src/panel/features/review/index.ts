/** Review of matches by staff. Its code, its words and its way in load for those who have the role, and for nobody else. */
import type { Feature } from '../../panel.ts';
import { lazyView } from '../../ui/lazy.tsx';

export const review: Feature = {
	id: 'review',
	needs: 'backend',
	View: lazyView(async () => (await import('./review-view.tsx')).ReviewView),
	ForReviewers: lazyView(async () => (await import('./entry.tsx')).ReviewEntry),
	entries: [],
};
