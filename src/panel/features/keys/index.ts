/** A handler's own keys: making, publishing, restoring them, and confirming those of colleagues. */
import type { Feature } from '../../panel.ts';
import { lazyView } from '../../ui/lazy.tsx';

export const keys: Feature = {
	id: 'keys',
	needs: 'backend',
	View: lazyView(async () => (await import('./keys-view.tsx')).KeysView),
	entries: [{ label: 'keys-title', help: 'keys-entry-help', place: { feature: 'keys' }, role: 'handler' }],
};
