/** One event in a few words. */
import type { TimelineEvent } from '../../../../engines/timeline/event.ts';
import type { ViewWords } from './words.ts';

export const whatInWords = ({ type, actor, target }: TimelineEvent, say: ViewWords): string =>
	target === null ? say('what-edit', actor) : say(`what-${type}`, actor, target);
