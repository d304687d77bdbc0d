/** The field for words to look for, and the way to look in the reports' texts too. */
import type { Ref } from 'preact';
import { usePanel } from '../../../panel.ts';
import '../../../style/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import type { Searching } from './use-search.ts';
import type { QueueWords } from './words.ts';

export function SearchBox(props: {
	text: string;
	onText: (text: string) => void;
	searching: Searching;
	fieldRef: Ref<HTMLInputElement>;
	word: QueueWords;
}) {
	const { words } = usePanel();
	const { searching, word } = props;
	const { texts, unread, problem } = searching;
	return (
		<div class="wh-section">
			<Field label={word('search')} help={word('search-help')}>
				{({ id, describedBy }) => (
					<div class="cdx-text-input">
						<input
							ref={props.fieldRef}
							id={id}
							class="cdx-text-input__input"
							type="search"
							dir="auto"
							autocomplete="off"
							spellcheck={false}
							maxLength={200}
							aria-describedby={describedBy}
							value={props.text}
							onInput={(event) => props.onText(event.currentTarget.value)}
						/>
					</div>
				)}
			</Field>
			{texts && (
				<output class="wh-small">{word('search-texts', words.number(texts.read), words.number(texts.of))}</output>
			)}
			{problem && <ProblemMessage problem={problem} again={searching.readTexts} />}
			{!problem && unread && (
				<Button size="small" onPress={texts?.running ? searching.stop : searching.readTexts}>
					{word(texts?.running ? 'search-stop' : 'search-read')}
				</Button>
			)}
		</div>
	);
}
