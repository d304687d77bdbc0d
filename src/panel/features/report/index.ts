/** Reporting what was clicked. */
import type { Feature } from '../../panel.ts';
import { ReportView } from './report-view.tsx';

export const report: Feature = {
	id: 'report',
	needs: 'backend',
	View: ReportView,
	entries: [],
};
