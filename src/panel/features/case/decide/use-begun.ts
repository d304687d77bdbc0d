/** A text that is begun for somebody, and begun anew while nobody has changed it. */
import { useEffect, useRef } from 'preact/hooks';
import { usePanel } from '../../../panel.ts';
import type { ReplyState } from '../../../writing/use-reply.ts';
import { decideWordsIn } from './words.ts';
import type { LetterWordsIn } from './letters.ts';

/** `key` changes with what the text is made of; null: nothing to begin with yet. Gives what it was begun with. */
export function useBegun(
	state: ReplyState,
	language: string,
	key: string | null,
	make: (words: LetterWordsIn) => string,
): { readonly begun: string } {
	const { services } = usePanel();
	const begun = useRef('');
	const latest = useRef(state);
	latest.current = state;
	const isHere = state.reply !== null;
	useEffect(() => {
		if (key === null || !isHere) return;
		let wanted = true;
		const begin = async (): Promise<void> => {
			const text = make(await decideWordsIn(language, services));
			const { reply, change } = latest.current;
			// Whoever wrote something keeps it.
			if (!wanted || !reply || (reply.text !== '' && reply.text !== begun.current)) return;
			begun.current = text;
			change(text);
		};
		void begin();
		return () => {
			wanted = false;
		};
	}, [key, language, isHere]);
	return { begun: begun.current };
}
