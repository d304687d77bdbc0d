/** Reporting what was clicked: reads the wiki's configuration, then form or outcome. */
import { useEffect, useState } from 'preact/hooks';
import type { Target } from '../../../contract/target.ts';
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

function Report({ target, added = null }: { target: Target; added?: Target | null }) {
	const { t } = usePanel();
	const state = useDraft(target);
	const sending = useSending(state);
	const config = useConfig(target.wiki);
	if (sending.outcome) return <Sent outcome={sending.outcome} onTry={sending.tryNow} />;
	if (config.state === 'failed') return <Elsewhere problem={config.problem} again={config.again} />;
	if (config.state === 'done' && !isOn(config.value.config, 'report')) {
		return <Elsewhere problem={{ problem: 'switched-off', params: [] }} again={config.again} view={config.value} />;
	}
	if (config.state !== 'done' || !state.draft || sending.recalling) {
		return (
			<div class="wh-view">
				<ViewHeading>{t('report-title')}</ViewHeading>
				<Progress label={t('loading')} />
			</div>
		);
	}
	return <ReportForm draft={state.draft} state={state} sending={sending} view={config.value} added={added} />;
}

/** What is clicked while evidence is being collected belongs to the report that it is collected for. */
function Clicked({ target }: { target: Target }) {
	const { vault } = usePanel().services;
	const [subject, setSubject] = useState<Target | null>(null);
	useEffect(() => {
		const look = async (): Promise<Target> => {
			const row = await vault.get('collecting', target.wiki);
			const draft = row && (await vault.get('drafts', draftKey(row.target)));
			return draft && !draft.sentAs ? draft.target : target;
		};
		look().then(setSubject, () => setSubject(target));
	}, []);
	return subject && <Report target={subject} added={subject === target ? null : target} />;
}

export function ReportView({ place }: { place: Place }) {
	if (place.feature !== 'report') return null;
	// Each opening is a view of its own: nothing of the report before stays in it.
	return place.alone ? <Report target={place.target} /> : <Clicked target={place.target} />;
}
