/** Tells a handler whose queue is open that something has come, and how to hear of it while it is closed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../../../panel.ts';
import type { Cases } from '../queue/use-cases.ts';
import { newIn } from './new-in.ts';
import { useDutyWords } from './words.ts';

export function Told({ cases, hint }: { cases: Pick<Cases, 'opened' | 'complete'>; hint: boolean }) {
	const { services } = usePanel();
	const say = useDutyWords();
	const known = useRef<ReadonlySet<string> | null>(null);
	const [count, setCount] = useState(0);
	useEffect(() => {
		// Until all rows of before are here, another one is not new.
		if (!cases.complete) return;
		const rows = cases.opened.map(({ row }) => row);
		if (known.current && newIn(rows, known.current)) setCount((told) => told + 1);
		known.current = new Set(rows.map(({ id }) => id));
	}, [cases.opened, cases.complete]);
	if (!say) return null;
	return (
		<>
			{/* A new element each time: the same words in the old one would not be read again. */}
			<output class="wh-hidden">{count > 0 && <span key={count}>{say('duty-arrived')}</span>}</output>
			{hint && <p class="wh-small">{say(services.strength === 'extension' ? 'duty-extension' : 'duty-gadget')}</p>}
		</>
	);
}
