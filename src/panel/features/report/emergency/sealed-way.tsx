/** The emergency as a sealed report: who reads it, and Send. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { ConfigView } from '../../../../contract/keeper.ts';
import type { Draft } from '../../../../contract/vault.ts';
import type { Consent } from '../../../consent/use-consent.ts';
import { usePanel } from '../../../panel.ts';
import { Progress } from '../../../ui/progress.tsx';
import { Audience } from '../audience.tsx';
import { SendBar } from '../send-bar.tsx';
import type { Extra } from '../tray/extra.ts';
import type { EvidenceState } from '../use-evidence.ts';
import { useReady } from '../use-ready.ts';
import type { Sending } from '../use-sending.ts';

export function SealedWay(props: {
	draft: Draft;
	evidence: EvidenceState;
	extra: Extra | null;
	view: ConfigView | null;
	consent: Consent;
	agree: () => Promise<void>;
	sending: Sending;
	onMissing: () => void;
	/** The question that is to be answered first. */
	ask: string;
	/** What stands above the bar: under it, nobody would look for anything. */
	children: ComponentChildren;
}) {
	const { t } = usePanel();
	const { evidence, extra, view, consent } = props;
	const sendButton = useRef<HTMLButtonElement>(null);
	// What was chosen in the ordinary form is no emergency until it is said who is in danger.
	const draft = props.draft.danger ? props.draft : { ...props.draft, kind: null };
	const readiness = useReady({ draft, evidence, extra, view, agreed: consent === 'given' });
	if (!view) {
		return (
			<>
				<Progress label={t('loading')} />
				{props.children}
			</>
		);
	}
	return (
		<>
			{(consent === 'asked' || readiness.missing !== 'kind') && (
				<Audience
					view={view}
					consent={consent}
					onAgree={() => void props.agree().then(() => sendButton.current?.focus())}
					readiness={readiness}
				/>
			)}
			{props.children}
			<SendBar
				readiness={readiness}
				sending={props.sending}
				buttonRef={sendButton}
				onMissing={props.onMissing}
				ask={props.ask}
			/>
		</>
	);
}
