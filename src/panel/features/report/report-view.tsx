/** Reporting what was clicked: reads the wiki's configuration, then form or outcome. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../contract/problem.ts';
import type { Target } from '../../../contract/target.ts';
import { draftKey } from '../../../contract/vault.ts';
import { isOn } from '../../../domain/config/model.ts';
import { usePanel, type Place } from '../../panel.ts';
import { ViewHeading } from '../../ui/heading.tsx';
import { lazyView } from '../../ui/lazy.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useConfig } from '../../use-config.ts';
import { ReportForm } from './form.tsx';
import { isBlank, useDraft } from './use-draft.ts';
import { useEarlier } from './use-earlier.ts';
import { useSending } from './use-sending.ts';

const Earlier = lazyView(async () => (await import('./later.ts')).Earlier);
const Elsewhere = lazyView(async () => (await import('./later.ts')).Elsewhere);
const Sent = lazyView(async () => (await import('./later.ts')).Sent);
const loadEmergency = async () => (await import('./emergency/emergency.tsx')).Emergency;
const Emergency = lazyView(loadEmergency);

function Report({ target, added = null }: { target: Target; added?: Target | null }) {
	const { t } = usePanel();
	const state = useDraft(target);
	const sending = useSending(state);
	const config = useConfig(target.wiki);
	const earlier = useEarlier(target);
	const [anew, setAnew] = useState(false);
	// Whatever is typed later, this was asked when the view opened.
	const writing = useRef<boolean | null>(null);
	const { draft } = state;
	if (sending.outcome && draft) return <Sent outcome={sending.outcome} draft={draft} onTry={sending.tryNow} />;
	const kind = draft?.kind ?? null;
	if (config.state === 'failed') {
		return <Elsewhere target={target} problem={config.problem} again={config.again} kind={kind} />;
	}
	if (config.state === 'done' && !isOn(config.value.config, 'report')) {
		const off: Problem = { problem: 'switched-off', params: [] };
		return <Elsewhere target={target} problem={off} again={config.again} kind={kind} />;
	}
	if (config.state !== 'done' || !draft || sending.recalling || earlier === undefined) {
		return (
			<div class="wh-view">
				<ViewHeading>{t('report-title')}</ViewHeading>
				<Progress label={t('loading')} />
			</div>
		);
	}
	writing.current ??= !isBlank(draft);
	if (earlier && !added && !anew && !writing.current) {
		return <Earlier target={target} report={earlier} onNew={() => setAnew(true)} />;
	}
	return <ReportForm draft={draft} state={state} sending={sending} view={config.value} added={added} />;
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
	const { services } = usePanel();
	useEffect(() => {
		// The gadget's parts come from the server that may be gone by the time they are needed.
		if (services.strength === 'gadget') loadEmergency().catch(() => undefined);
	}, []);
	if (place.feature !== 'report') return null;
	if (place.emergency) return <Emergency target={place.target} />;
	// Each opening is a view of its own: nothing of the report before stays in it.
	return place.alone ? <Report target={place.target} /> : <Clicked target={place.target} />;
}
