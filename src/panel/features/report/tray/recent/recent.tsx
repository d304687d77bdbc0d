/** Folded, and loaded when it is opened: the newest edits of the people whom this report names. */
import { useState } from 'preact/hooks';
import type { TrayWords } from '../../../../attachments/words.ts';
import { Accordion } from '../../../../ui/accordion.tsx';
import { lazyView } from '../../../../ui/lazy.tsx';
import { namedIn } from '../../named.ts';
import type { DraftState } from '../../use-draft.ts';
import type { TrayState } from '../use-tray.ts';

const Picker = lazyView(async () => (await import('./picker.tsx')).Picker);

export function Recent({ state, draft, say }: { state: TrayState; draft: DraftState; say: TrayWords }) {
	const [opened, setOpened] = useState(false);
	const now = draft.draft;
	if (!now) return null;
	const others = (state.tray?.pieces ?? []).flatMap(({ target, evidence }) => namedIn(target, evidence, []));
	const people = namedIn(now.target, now.evidence, [...now.alsoNamed, ...others]);
	if (people.length === 0) return null;
	return (
		<Accordion
			title={say('recent-title')}
			description={say('recent-help')}
			open={opened}
			onToggle={(open) => open && setOpened(true)}
		>
			{opened && <Picker people={people} wiki={now.target.wiki} state={state} draft={draft} say={say} />}
		</Accordion>
	);
}
