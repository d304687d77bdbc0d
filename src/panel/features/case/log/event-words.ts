/** What an event is called in the history, beside its time and who did it. */
import type { CaseEvent } from '../../../../contract/case-event.ts';
import type { Words } from '../../../words/words.ts';
import type { LogWords } from './words.ts';

interface Said {
	readonly say: LogWords;
	readonly words: Words;
	nameOf(key: string): string;
}

export function eventWords(event: CaseEvent, { say, words, nameOf }: Said): string {
	switch (event.kind) {
		case 'assign':
			return event.data.to === null ? say('log-event-unassign') : say('log-event-assign', nameOf(event.data.to));
		case 'step':
			return say('log-event-step', words.t(`state-${event.data.to}`));
		case 'severity':
			return say('log-event-severity', say(`log-level-${event.data.level}`));
		case 'snooze':
			return event.data.until === null ? say('log-event-wake') : say('log-event-snooze', words.time(event.data.until));
		case 'grant':
			return say('log-event-grant', event.data.keys.length);
		case 'revoke':
			return say('log-event-revoke', event.data.keys.length);
		default:
			return say(`log-event-${event.kind}`);
	}
}
