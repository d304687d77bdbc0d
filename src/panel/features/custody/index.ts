/** Custodians: opening a pseudonym together, and the log of it. Its code loads when one of them goes there. */
import type { Feature } from '../../panel.ts';
import { lazyView } from '../../ui/lazy.tsx';

export const custody: Feature = {
	id: 'custody',
	needs: 'backend',
	View: lazyView(async () => (await import('./custody-view.tsx')).CustodyView),
	entries: [{ label: 'custody-title', help: 'custody-entry-help', place: { feature: 'custody' }, role: 'custodian' }],
};
