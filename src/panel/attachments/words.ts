/** The words of the evidence tray and of attachments: a file of their own, loaded with the code that says them. */
import en from '../../i18n/tray/en.json' with { type: 'json' };
import type { Words } from '../words/words.ts';
import { partWords } from '../words/part.ts';

export type TrayKey = Exclude<keyof typeof en, '@metadata'>;
export type TrayWords = Words<TrayKey>['t'];

/** null until they are here. */
export const useTrayWords = partWords<TrayKey>('tray', en);
