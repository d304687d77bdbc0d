/** The panel's first view: what there is, who is signed in, the own mark. */
import type { Feature } from '../../panel.ts';
import { lazyView } from '../../ui/lazy.tsx';

export const home: Feature = {
	id: 'home',
	needs: 'none',
	View: lazyView(async () => (await import('./home-view.tsx')).HomeView),
	entries: [],
};
