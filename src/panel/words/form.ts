/** The words of the form's later parts, and of reports that are read again: a file of their own, loaded with the code that says them. */
import en from '../../i18n/report/en.json' with { type: 'json' };
import { partWords } from './part.ts';
import type { Words } from './words.ts';

type ReportKey = Exclude<keyof typeof en, '@metadata'>;
export type ReportWords = Words<ReportKey>['t'];

/** null until they are here. */
export const useReportWords = partWords<ReportKey>('report', en);
