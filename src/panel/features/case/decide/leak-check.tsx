/** What a text gives away, shown with the passages, before it may be sent. */
import { useState } from 'preact/hooks';
import type { Leak } from '../../../../domain/case/leaks.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Message } from '../../../ui/message.tsx';
import { Quote } from '../../../ui/quote.tsx';
import type { DecideWords } from './words.ts';

export interface LeakCheck {
	readonly leaks: readonly Leak[];
	/** Nothing was found, or somebody looked at what was. */
	readonly passed: boolean;
	/** Sending was tried before. */
	readonly asked: boolean;
	/** Whether it may go: says so where it may not. */
	pass(): boolean;
	check(on: boolean): void;
}

/** What was checked holds for what was found then: a text that was changed since is looked at again. */
export function useLeakCheck(leaks: readonly Leak[]): LeakCheck {
	const found = JSON.stringify(leaks.map(({ kind, passage }) => [kind, passage]));
	const [checked, setChecked] = useState<string | null>(null);
	const [asked, setAsked] = useState(false);
	const passed = leaks.length === 0 || checked === found;
	return {
		leaks,
		passed,
		asked,
		pass() {
			setAsked(!passed);
			return passed;
		},
		check: (on) => setChecked(on ? found : null),
	};
}

/** `text`: as it will be read. */
export function Leaks({ text, check, say }: { text: string; check: LeakCheck; say: DecideWords }) {
	const { leaks, passed, asked } = check;
	if (text.trim() === '') return null;
	return (
		<>
			<p class="wh-small">{say('leak-preview')}</p>
			<Quote text={text} />
			<div aria-live="polite">
				{leaks.length === 0 ? (
					<p class="wh-small">{say('leak-none')}</p>
				) : (
					<Message type="warning">
						<p>{say('leak-title')}</p>
						<ul>
							{leaks.map((one) => (
								<li key={`${one.start} ${one.end}`}>{say(`leak-${one.kind}`, one.passage)}</li>
							))}
						</ul>
						<Checkbox label={say('leak-checked')} checked={passed} onCheck={check.check} />
						{asked && !passed && <p role="alert">{say('leak-first')}</p>}
					</Message>
				)}
			</div>
		</>
	);
}
