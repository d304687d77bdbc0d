/** Somebody is in danger: local help first, then a report to those who look at emergencies, and ways without any server of ours. */
import { useRef, useState } from 'preact/hooks';
import type { Target } from '../../../../contract/target.ts';
import { dangerIds, type DangerId } from '../../../../contract/report.ts';
import { isOn } from '../../../../domain/config/model.ts';
import { useAsk } from '../../../ask.ts';
import { useConsent } from '../../../consent/use-consent.ts';
import { usePanel } from '../../../panel.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import { Chips } from '../../../ui/chips.tsx';
import { ViewHeading } from '../../../ui/heading.tsx';
import { Message } from '../../../ui/message.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { TextArea } from '../../../ui/text.tsx';
import { useConfig } from '../../../use-config.ts';
import { Sent } from '../after/sent.tsx';
import { Clicked } from '../clicked.tsx';
import type { Extra } from '../tray/extra.ts';
import { Tray } from '../tray/tray.tsx';
import { useDraft } from '../use-draft.ts';
import { useEvidence } from '../use-evidence.ts';
import { useSending } from '../use-sending.ts';
import { SealedWay } from './sealed-way.tsx';
import { Ways } from './ways.tsx';
import { useEmergencyWords } from './words.ts';

export function Emergency({ target }: { target: Target }) {
	const { services, t } = usePanel();
	const say = useEmergencyWords();
	const state = useDraft(target);
	const sending = useSending(state);
	const config = useConfig(target.wiki);
	const evidence = useEvidence(state);
	const [extra, setExtra] = useState<Extra | null>(null);
	const form = useRef<HTMLDivElement>(null);
	const view = config.state === 'done' && isOn(config.value.config, 'report') ? config.value : null;
	const { consent, agree } = useConsent(view?.origin ?? null);
	const about = useAsk(view && consent === 'given' ? view.origin : null, () =>
		services.keeper.call('about', { origin: view?.origin ?? '' }),
	);
	const { draft } = state;
	if (!draft || !say || sending.recalling) {
		return (
			<div class="wh-view">
				<ViewHeading>{t('danger-link')}</ViewHeading>
				<Progress label={t('loading')} />
			</div>
		);
	}
	const ways = <Ways draft={draft} say={say} />;
	if (sending.outcome) {
		return (
			<Sent outcome={sending.outcome} draft={draft} onTry={sending.tryNow}>
				<p>{say('emergency-not-sent')}</p>
				{ways}
			</Sent>
		);
	}
	const noServer = about.state === 'failed' || config.state === 'failed' || (config.state === 'done' && !view);
	// Somebody by themselves is not somebody's threat.
	const choose = (danger: DangerId): void =>
		state.change({ danger, kind: danger === 'self' ? 'self-harm' : 'threats' });
	return (
		<div class="wh-view wh-view--bar" ref={form}>
			<ViewHeading>{t('danger-link')}</ViewHeading>
			<Message type="warning">
				<p>{say('emergency-call')}</p>
				<p>{say('emergency-numbers')}</p>
			</Message>
			{noServer ? (
				<Message type="warning" live>
					{say('emergency-no-server')}
				</Message>
			) : (
				<p>{say('emergency-slow')}</p>
			)}
			{state.unsaved && <Message type="warning">{t('problem-storage-failed')}</Message>}
			<Chips
				legend={<h2 class="wh-subheading">{say('emergency-who')}</h2>}
				chips={dangerIds.map((id) => ({ id, label: say(`danger-${id}`) }))}
				chosen={draft.danger ?? null}
				onChoose={(danger) => {
					choose(danger);
					import('../send.ts').catch(() => undefined);
				}}
			/>
			<Clicked target={draft.target} state={evidence} />
			<TextArea
				label={t('details-label')}
				help={t('details-optional')}
				rows={3}
				value={draft.details}
				onText={(details) => state.change({ details })}
			/>
			<Tray draft={draft} state={state} added={null} onExtra={setExtra} />
			{noServer ? (
				ways
			) : (
				<SealedWay
					draft={draft}
					evidence={evidence}
					extra={extra}
					view={view}
					consent={consent}
					agree={agree}
					sending={sending}
					ask={say('emergency-who')}
					onMissing={() => form.current?.querySelector<HTMLElement>('.wh-chip__input')?.focus()}
				>
					<Accordion title={say('emergency-other')}>{ways}</Accordion>
				</SealedWay>
			)}
		</div>
	);
}
