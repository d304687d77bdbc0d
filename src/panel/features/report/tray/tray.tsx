/** More evidence for the report that is being written: collected from other pages, or brought from outside the wiki. */
import { useEffect, useRef } from 'preact/hooks';
import type { Target } from '../../../../contract/target.ts';
import type { Draft } from '../../../../contract/vault.ts';
import { kindOf } from '../../../../domain/report/kinds.ts';
import '../../../attachments/style.ts';
import { useTrayWords } from '../../../attachments/words.ts';
import { usePanel } from '../../../panel.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import { Message } from '../../../ui/message.tsx';
import { Progress } from '../../../ui/progress.tsx';
import type { DraftState } from '../use-draft.ts';
import { Arrived } from './arrived.tsx';
import { Collect } from './collect.tsx';
import type { Extra } from './extra.ts';
import { extraOf } from './extra-of.ts';
import { Outside } from './outside.tsx';
import { Pieces } from './pieces.tsx';
import { Recent } from './recent/recent.tsx';
import { useNewestDraft } from './use-newest-draft.ts';
import { useTray } from './use-tray.ts';

export function Tray(props: {
	draft: Draft;
	state: DraftState;
	/** What was clicked while evidence is being collected. */
	added: Target | null;
	onExtra: (extra: Extra | null) => void;
}) {
	const { t } = usePanel();
	const say = useTrayWords();
	const { draft, added } = props;
	const trayState = useTray(draft.target, added, draft.sentAs === undefined);
	useNewestDraft(props.state);
	const { tray, unanswered, unsaved } = trayState;
	const open = useRef(false);
	const child = kindOf(draft.kind ?? '')?.route === 'child-safety';
	useEffect(
		() => props.onExtra(extraOf(tray, unanswered, draft.evidence, child)),
		[tray, unanswered, draft.evidence, child],
	);
	if (!say || !tray) return added ? <Progress label={t('loading')} /> : null;
	const count = tray.pieces.length + tray.attachments.length;
	// Stays open once it was: what somebody is looking at does not fold away under them.
	open.current ||= count > 0 || trayState.collecting;
	return (
		<div class="wh-tray">
			{added && <Arrived added={added} state={trayState} say={say} />}
			{unsaved && <Message type="warning">{t('problem-storage-failed')}</Message>}
			<div class="wh-accordions">
				<Accordion
					title={say('tray-title')}
					description={count > 0 ? say('tray-count', count) : say('tray-help')}
					open={open.current}
				>
					<Pieces state={trayState} say={say} />
					<Collect state={trayState} draft={props.state} say={say} />
					<Recent state={trayState} draft={props.state} say={say} />
					<Outside state={trayState} draft={draft} keepDraft={() => props.state.change({})} child={child} say={say} />
				</Accordion>
			</div>
		</div>
	);
}
