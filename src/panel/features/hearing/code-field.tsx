/** Asks for the code of a hearing: it was mistyped in a link, or the page was opened without one. */
import { useState } from 'preact/hooks';
import { readCode } from '../../../contract/return-code.ts';
import { Button } from '../../ui/button.tsx';
import { ViewHeading } from '../../ui/heading.tsx';
import { TextInput } from '../../ui/text.tsx';
import type { HearingWords } from './words.ts';

/** `given`: what was in the link. */
export function CodeField(props: { given: string; onCode: (code: string) => void; say: HearingWords }) {
	const { say } = props;
	const [typed, setTyped] = useState(props.given);
	const [wrong, setWrong] = useState(props.given !== '');
	const open = (): void => {
		setWrong(!readCode(typed));
		if (readCode(typed)) props.onCode(typed);
	};
	return (
		<>
			<ViewHeading>{say('hearing-title')}</ViewHeading>
			<TextInput
				label={say('hearing-code')}
				help={say('hearing-code-help')}
				error={wrong ? say('hearing-code-wrong') : undefined}
				value={typed}
				maxLength={80}
				onText={(text) => {
					setTyped(text);
					setWrong(false);
				}}
				onEnter={open}
			/>
			<div class="wh-actions">
				<Button action="progressive" weight="primary" onPress={open}>
					{say('hearing-open')}
				</Button>
			</div>
		</>
	);
}
