/** Being heard: what handlers wrote to the person reported, opened with the code that they got. */
import type { Feature } from '../../panel.ts';
import { lazyView } from '../../ui/lazy.tsx';

/** The way there is the field for codes of any kind. */
export const hearing: Feature = {
	id: 'hearing',
	needs: 'backend',
	View: lazyView(async () => (await import('./hearing-view.tsx')).HearingView),
	entries: [],
};
