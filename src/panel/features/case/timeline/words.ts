/** The words of the timeline: its own, and those of the measure, which the command line says too. */
import view from '../../../../i18n/timeline-view/en.json' with { type: 'json' };
import measure from '../../../../i18n/timeline/en.json' with { type: 'json' };
import { partWords } from '../../../words/part.ts';
import type { Words } from '../../../words/words.ts';

type ViewKey = Exclude<keyof typeof view, '@metadata'>;
type MeasureKey = Exclude<keyof typeof measure, '@metadata'>;
export type ViewWords = Words<ViewKey>['t'];
export type MeasureWords = Words<MeasureKey>['t'];

/** null until they are here. */
export const useViewWords = partWords<ViewKey>('timeline-view', view);
export const useMeasureWords = partWords<MeasureKey>('timeline', measure);
