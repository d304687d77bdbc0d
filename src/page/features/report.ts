/** Reporting from the page: every place that has a button, in one list. */
import type { Feature } from './feature.ts';
import { comment } from './report/places/comment.ts';
import type { Place } from './report/place.ts';

const places: readonly Place[] = [comment];

export const report: Feature = {
	system: 'report',
	draw(root, kit) {
		for (const place of places) place.draw(root, kit);
	},
};
