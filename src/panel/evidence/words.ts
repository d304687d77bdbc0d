/** The words about evidence that was read: a file of their own, loaded with the code that says them. */
import en from '../../i18n/evidence/en.json' with { type: 'json' };
import { partWords } from '../words/part.ts';

type EvidenceKey = Exclude<keyof typeof en, '@metadata'>;

/** null until they are here. */
export const useEvidenceWords = partWords<EvidenceKey>('evidence', en);
