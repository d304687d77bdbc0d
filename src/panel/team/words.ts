/** The words of teams and their keys: a file of their own, loaded with the code that says them. */
import en from '../../i18n/team/en.json' with { type: 'json' };
import { partWords } from '../words/part.ts';
import type { Words } from '../words/words.ts';

type TeamKey = Exclude<keyof typeof en, '@metadata'>;
export type TeamWords = Words<TeamKey>['t'];

/** null until they are here. */
export const useTeamWords = partWords<TeamKey>('team', en);
