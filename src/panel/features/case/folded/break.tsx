/** Around a case: a break covers all of it, with what was written kept, until the person comes back. */
import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { useKeepWords, type KeepWords } from './words.ts';

/** Begins a break. */
export const TakeBreak = createContext<() => void>(() => undefined);

function Cover({ onBack, say }: { onBack: () => void; say: KeepWords }) {
	const button = useRef<HTMLButtonElement>(null);
	useEffect(() => button.current?.focus(), []);
	return (
		<section class="wh-case" aria-labelledby="wh-break">
			<h2 id="wh-break" class="wh-subheading">
				{say('paused')}
			</h2>
			<p>{say('paused-help')}</p>
			<div class="wh-actions">
				<Button innerRef={button} onPress={onBack}>
					{say('paused-back')}
				</Button>
			</div>
		</section>
	);
}

export function Break({ children }: { children: ComponentChildren }) {
	const say = useKeepWords();
	const [isOn, setOn] = useState(false);
	const before = useRef<Element | null>(null);
	/** As it is at once: the next key may come before this is drawn. */
	const now = useRef(false);
	const turn = (on: boolean): void => {
		now.current = on;
		setOn(on);
	};
	const begin = (): void => {
		before.current = document.activeElement;
		turn(true);
	};
	const end = (): void => turn(false);
	// As soon as it can be seen again: later, it would take the focus away from where the person went meanwhile.
	useLayoutEffect(() => {
		if (!isOn && before.current instanceof HTMLElement) before.current.focus();
	}, [isOn]);
	useEffect(() => {
		// With a key held, so that nobody who types letters meets it.
		const listen = (event: KeyboardEvent): void => {
			if (event.ctrlKey && event.key === '.') (now.current ? end : begin)();
		};
		document.addEventListener('keydown', listen);
		return () => document.removeEventListener('keydown', listen);
	}, []);
	return (
		<TakeBreak.Provider value={begin}>
			{say && isOn && <Cover onBack={end} say={say} />}
			<article class="wh-case" hidden={isOn}>
				{children}
			</article>
		</TakeBreak.Provider>
	);
}
