/** Only if wanted: what would help, who must not see it, how to be reached. */
import { useState } from 'preact/hooks';
import { wishIds } from '../../../../contract/report.ts';
import type { Draft } from '../../../../contract/vault.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { TextInput } from '../../../ui/text.tsx';
import type { ReportWords } from '../../../words/form.ts';
import { Names } from './names.tsx';

export function Wishes(props: { draft: Draft; change: (part: Partial<Draft>) => void; say: ReportWords }) {
	const { draft, change, say } = props;
	const { wishes = [], excluded = [], contact = '' } = draft;
	const [open] = useState(wishes.length > 0 || excluded.length > 0 || contact !== '');
	return (
		<Accordion title={say('wishes-title')} description={say('wishes-optional')} open={open}>
			<fieldset class="wh-chips">
				<legend class="wh-chips__legend">{say('wishes-question')}</legend>
				{wishIds.map((id) => (
					<Checkbox
						key={id}
						label={say(`wish-${id}`)}
						checked={wishes.includes(id)}
						onCheck={(on) => change({ wishes: wishIds.filter((one) => (one === id ? on : wishes.includes(one))) })}
					/>
				))}
			</fieldset>
			<Names
				label={say('excluded-label')}
				help={say('excluded-help')}
				say={say}
				names={excluded}
				onChange={(names) => change({ excluded: names })}
			/>
			<TextInput
				label={say('contact-label')}
				help={say('contact-help')}
				value={contact}
				maxLength={500}
				onText={(text) => change({ contact: text })}
			/>
		</Accordion>
	);
}
