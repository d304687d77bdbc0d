/** Reporting what was clicked: reads the wiki's configuration, then form or outcome. */
import type { Target } from '../../../contract/report.ts';
import { draftKey } from '../../../contract/vault.ts';
import { isOn } from '../../../domain/config/model.ts';
import { usePanel, type Place } from '../../panel.ts';
import { ViewHeading } from '../../ui/heading.tsx';
import { Progress } from '../../ui/progress.tsx';
import { ReportForm } from './form.tsx';
import { useConfig } from '../../use-config.ts';
import { Elsewhere } from './elsewhere.tsx';
import { Sent } from './sent.tsx';
import { useDraft } from './use-draft.ts';
import { useSending } from './use-sending.ts';

function Report({ target }: { target: Target }) {
	const { t } = usePanel();
	const state = useDraft(target);
	const sending = useSending(state);
	const config = useConfig(target.wiki);
	if (sending.outcome) return <Sent outcome={sending.outcome} onTry={sending.tryNow} />;
	if (config.state === 'failed') return <Elsewhere problem={config.problem} again={config.again} />;
	if (config.state === 'done' && !isOn(config.value.config, 'report')) {
		return <Elsewhere problem={{ problem: 'switched-off', params: [] }} again={config.again} view={config.value} />;
	}
	if (config.state !== 'done' || !state.draft) {
		return (
			<div class="wh-view">
				<ViewHeading>{t('report-title')}</ViewHeading>
				<Progress label={t('loading')} />
			</div>
		);
	}
	return <ReportForm draft={state.draft} state={state} sending={sending} view={config.value} />;
}

export function ReportView({ place }: { place: Place }) {
	if (place.feature !== 'report') return null;
	// Another target is another report: nothing of the one before stays in it.
	return <Report key={draftKey(place.target)} target={place.target} />;
}
