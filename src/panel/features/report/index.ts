/** Reporting what was clicked. */
import type { Feature } from '../../panel.ts';
import { ReportView } from './report-view.tsx';

export const report: Feature = {
	id: 'report',
	needs: 'backend',
	title: 'report-title',
	View: ReportView,
	entries: [],
};
