/** The rows as they stand on the screen: none moves away from under a hand. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { settled, type Case } from './model.ts';

export interface Shown {
	readonly shown: readonly Case[];
	/** The order on the screen is not the one that it would be now. */
	readonly stale: boolean;
	/** Somebody works with the list. */
	touch(): void;
	sort(): void;
}

/**
 * Once somebody began, the order changes only when they say so: by sorting, or by asking for something else (`asked`).
 * `latest`: what is to be shown, in order; `all`: where a shown case is found that is to be shown no more.
 */
export function useShown(latest: readonly Case[], all: readonly Case[], asked: string): Shown {
	const touched = useRef(false);
	const last = useRef<{ shown: readonly Case[]; asked: string }>({ shown: [], asked });
	const [turn, setTurn] = useState(0);
	const shown = useMemo(() => {
		const keeps = touched.current && last.current.asked === asked;
		return keeps ? settled(last.current.shown, latest, all) : latest;
	}, [latest, all, asked, turn]);
	last.current = { shown, asked };
	return {
		shown,
		stale: shown.length !== latest.length || shown.some(({ key }, at) => key !== latest[at]?.key),
		touch() {
			touched.current = true;
		},
		sort() {
			touched.current = false;
			setTurn(turn + 1);
		},
	};
}
