/** The words about files to be uploaded: a file of their own, loaded with the code that says them. */
import en from '../../../i18n/upload/en.json' with { type: 'json' };
import { partWords } from '../../words/part.ts';
import type { Words } from '../../words/words.ts';

export type UploadKey = Exclude<keyof typeof en, '@metadata'>;
export type UploadWords = Words<UploadKey>['t'];
export const uploadEnglish = en;

/** null until they are here. */
export const useUploadWords = partWords<UploadKey>('upload', en);
