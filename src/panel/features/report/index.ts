/** Reporting, and the list of one's own reports. */
import type { Feature } from '../../panel.ts';
import { lazyView } from '../../ui/lazy.tsx';
import { ReportView } from './report-view.tsx';

export const report: Feature = {
	id: 'report',
	needs: 'backend',
	title: 'report-title',
	View: ReportView,
	entries: [],
};

export const mine: Feature = {
	id: 'mine',
	needs: 'backend',
	title: 'mine-title',
	View: lazyView(async () => (await import('./mine.tsx')).MineView),
	entries: [{ label: 'mine-title', help: 'mine-entry-help', place: { feature: 'mine' }, role: 'everybody' }],
};
