/** The words of the queue's tools: a part of their own, loaded with the code that says them. */
import en from '../../../../i18n/queue/en.json' with { type: 'json' };
import { partWords } from '../../../words/part.ts';
import type { Words } from '../../../words/words.ts';

export type QueueKey = Exclude<keyof typeof en, '@metadata'>;
export type QueueWords = Words<QueueKey>['t'];

/** null until they are here. */
export const useQueueWords = partWords<QueueKey>('queue', en);
