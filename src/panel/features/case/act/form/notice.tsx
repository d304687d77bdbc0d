/** A notice on the talk page: which template, or which words. */
import type { ActFacts } from '../../../../../contract/act.ts';
import { TextArea, TextInput } from '../../../../ui/text.tsx';
import { Select } from '../../queue/select.tsx';
import { isolate } from '../../../../words/words.ts';
import type { ActWords } from '../words.ts';

export function Notice(props: {
	facts: ActFacts;
	heading: string;
	text: string;
	template: number | null;
	onHeading: (heading: string) => void;
	onText: (text: string) => void;
	onTemplate: (template: number | null) => void;
	say: ActWords;
}) {
	const { facts, template, say } = props;
	return (
		<>
			{facts.notices.length > 0 && (
				<Select
					label={say('act-template')}
					none={say('act-template-none')}
					options={facts.notices.map(({ label }, at) => ({ id: String(at), label: isolate(label) }))}
					chosen={template === null ? null : String(template)}
					onChoose={(id) => props.onTemplate(id === null ? null : Number(id))}
				/>
			)}
			<TextInput label={say('act-heading-label')} value={props.heading} onText={props.onHeading} />
			<TextArea label={say('act-text')} help={say('act-text-help')} rows={4} value={props.text} onText={props.onText} />
		</>
	);
}
