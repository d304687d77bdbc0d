/** As whom the report is sent, with a line on who can learn what: without a name, unless the person chooses one. */
import { useState } from 'preact/hooks';
import { reporterVerbs } from '../../../../contract/reporter-verbs.ts';
import type { Reporter as Sender } from '../../../../contract/report.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import { Chips } from '../../../ui/chips.tsx';
import type { ReportWords } from '../../../words/form.ts';
import { Confirmed } from './confirmed.tsx';

type Mode = Sender['mode'];

export function Reporter(props: {
	wiki: string;
	mode: Mode;
	/** Who the wiki says is logged in. */
	user: string | null;
	/** Nobody of them keeps a share of the name. */
	named: readonly string[];
	/** Whether the backend may be asked. */
	agreed: boolean;
	onMode: (mode: Mode) => void;
	say: ReportWords;
}) {
	const { services, words } = usePanel();
	const { wiki, mode, user, named, agreed, say } = props;
	const [open, setOpen] = useState(false);
	const asked = useAsk(user && agreed && (open || mode === 'pseudonymous') ? JSON.stringify([wiki, named]) : null, () =>
		services.keeperFor(reporterVerbs).call('custodians', { wiki, named: [...named] }),
	);
	const custodians = asked.state === 'done' ? asked.value.recipients.map(({ name }) => name) : [];
	const modes: { id: Mode; label: string }[] = [
		{ id: 'anonymous', label: say('mode-anonymous') },
		...(user ? [{ id: 'named' as const, label: say('mode-named', user) }] : []),
		// Last, for it comes late: before the others it would move what a finger is about to touch.
		...(custodians.length > 0 ? [{ id: 'pseudonymous' as const, label: say('mode-pseudonymous') }] : []),
	];
	const chosen = modes.find(({ id }) => id === mode) ?? modes[0];
	return (
		<Accordion title={say('mode-title')} description={chosen?.label ?? ''} onToggle={setOpen}>
			{user ? (
				<Chips legend={say('mode-question')} chips={modes} chosen={chosen?.id ?? null} onChoose={props.onMode} />
			) : (
				<p>{say('mode-logged-out')}</p>
			)}
			<p aria-live="polite">
				{mode === 'pseudonymous' && custodians.length > 0
					? say('mode-pseudonymous-help', words.list(custodians))
					: say(mode === 'named' && user ? 'mode-named-help' : 'mode-anonymous-help')}
			</p>
			{user && asked.state === 'failed' && asked.problem.problem === 'no-recipients' && (
				<p class="wh-small">{say('mode-no-custodians')}</p>
			)}
			{user && agreed && mode !== 'anonymous' && <Confirmed wiki={wiki} user={user} say={say} />}
			<p class="wh-small">{say('mode-words')}</p>
		</Accordion>
	);
}
