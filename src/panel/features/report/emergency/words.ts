/** The words of an emergency: a file of their own, loaded with the code that says them. */
import en from '../../../../i18n/emergency/en.json' with { type: 'json' };
import { partWords } from '../../../words/part.ts';
import type { Words } from '../../../words/words.ts';

type EmergencyKey = Exclude<keyof typeof en, '@metadata'>;
export type EmergencyWords = Words<EmergencyKey>['t'];

/** null until they are here. */
export const useEmergencyWords = partWords<EmergencyKey>('emergency', en);
