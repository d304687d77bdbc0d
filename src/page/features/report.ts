/** Reporting from the page: every place that has a button, in one list. */
import type { Feature } from './feature.ts';
import type { Place } from './report/place.ts';
import { changeRows } from './report/places/change-row.ts';
import { comment } from './report/places/comment.ts';
import { contributionRows } from './report/places/contributions-row.ts';
import { diffAuthors } from './report/places/diff.ts';
import { historyRows } from './report/places/history-row.ts';
import { logRows } from './report/places/log-row.ts';
import { watchSelection } from './report/places/selection.ts';
import { specialForm } from './report/places/special-form.ts';
import { toolsMenu } from './report/places/tools-menu.ts';

const places: readonly Place[] = [
	comment,
	diffAuthors,
	historyRows,
	contributionRows,
	changeRows,
	logRows,
	specialForm,
	toolsMenu,
];

export const report: Feature = {
	system: 'report',
	start: watchSelection,
	draw(root, kit) {
		for (const place of places) place.draw(root, kit);
	},
};
