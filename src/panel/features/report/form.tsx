/** The report form on one screen: what was clicked, what it is, who gets it, Send. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConfigView } from '../../../contract/keeper.ts';
import type { Target } from '../../../contract/target.ts';
import type { Draft } from '../../../contract/vault.ts';
import { useConsent } from '../../consent/use-consent.ts';
import { usePanel } from '../../panel.ts';
import { ViewHeading } from '../../ui/heading.tsx';
import { lazyView } from '../../ui/lazy.tsx';
import { Message } from '../../ui/message.tsx';
import { Audience } from './audience.tsx';
import { Clicked } from './clicked.tsx';
import { DangerLink } from './danger.tsx';
import { Kinds } from './kinds.tsx';
import { SendBar } from './send-bar.tsx';
import type { Extra } from './tray/extra.ts';
import type { DraftState } from './use-draft.ts';
import { useEvidence } from './use-evidence.ts';
import { useReady, type Missing } from './use-ready.ts';
import type { Sending } from './use-sending.ts';

const Optional = lazyView(async () => (await import('./later.ts')).Optional);
const Preview = lazyView(async () => (await import('./later.ts')).Preview);
const ReadingNotes = lazyView(async () => (await import('./later.ts')).ReadingNotes);
const Tray = lazyView(async () => (await import('./tray/parts.ts')).Tray);

export function ReportForm(props: {
	draft: Draft;
	state: DraftState;
	sending: Sending;
	view: ConfigView;
	/** What was clicked while evidence is collected for this draft. */
	added: Target | null;
}) {
	const { services, t, words } = usePanel();
	const { draft, state, sending, view, added } = props;
	const form = useRef<HTMLDivElement>(null);
	const sendButton = useRef<HTMLButtonElement>(null);
	const [extra, setExtra] = useState<Extra | null>(null);
	const { consent, agree } = useConsent(view.origin);
	const evidence = useEvidence(state);
	const readiness = useReady({ draft, evidence, extra, view, agreed: consent === 'given' });
	useEffect(() => {
		if (sending.problem?.problem === 'wrong-recipients') readiness.recipients.again();
	}, [sending.problem]);
	const seek = (missing: Missing): void => {
		const place = { kind: '.wh-chip__input', consent: '.wh-box button', details: 'textarea' }[
			missing as 'kind' | 'consent' | 'details'
		];
		if (place) form.current?.querySelector<HTMLElement>(place)?.focus();
	};
	const tray = <Tray draft={draft} state={state} added={added} onExtra={setExtra} />;
	return (
		<div class="wh-view wh-view--bar" ref={form}>
			<ViewHeading>{t('report-title')}</ViewHeading>
			<p class="wh-lead">{t('report-lead')}</p>
			<DangerLink target={draft.target} />
			{state.restored && (draft.kind || draft.details) && (
				<Message>{t('draft-restored', words.time(draft.at))}</Message>
			)}
			{state.unsaved && <Message type="warning">{t('problem-storage-failed')}</Message>}
			<Clicked target={draft.target} state={evidence} />
			{added && tray}
			<Kinds
				chosen={draft.kind}
				onChoose={(kind) => {
					state.change({ kind });
					// So that it is there when Send is pressed, also if the connection goes in between.
					import('./send.ts').catch(() => undefined);
				}}
				onEnter={() => sendButton.current?.focus()}
			/>
			<Optional
				draft={draft}
				user={readiness.user}
				named={[...readiness.named, ...(draft.excluded ?? [])]}
				agreed={consent === 'given'}
				change={state.change}
			/>
			{!added && tray}
			<Audience
				view={view}
				consent={consent}
				onAgree={() => void agree().then(() => sendButton.current?.focus())}
				readiness={readiness}
			/>
			{readiness.ready && <Preview ready={readiness.ready} />}
			{/* Last, for it comes late: above, it would move what a finger is about to touch. */}
			{evidence.evidence && <ReadingNotes evidence={evidence.evidence} clicked={draft.target} />}
			{services.strength === 'gadget' && <p class="wh-small">{t('gadget-limit')}</p>}
			<SendBar readiness={readiness} sending={sending} buttonRef={sendButton} onMissing={seek} />
		</div>
	);
}
