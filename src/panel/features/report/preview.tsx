/** Exactly what will be sealed and sent, and what stays readable for the backend. */
import { kindOf } from '../../../domain/report/kinds.ts';
import { sectionNumber } from '../../clause.ts';
import { usePanel } from '../../panel.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Data } from '../../ui/data.tsx';
import { lazyView } from '../../ui/lazy.tsx';
import { bodyOf, type Ready } from './body.ts';
import { useReportWords } from '../../words/form.ts';
import type { Extra } from './tray/extra.ts';

const Listed = lazyView<{ extra: Extra }>(async () => (await import('./tray/parts.ts')).Listed);
/** A picture's bytes as text would be millions of letters: its hash stands beside. */
const shortened = (key: string, value: unknown): unknown =>
	key === 'bytes' && typeof value === 'string' ? `${value.slice(0, 40)}…` : value;

export function Preview({ ready }: { ready: Ready }) {
	const { t, words } = usePanel();
	const { evidence, draft, reporter } = ready;
	const kind = kindOf(draft.kind ?? '');
	const say = useReportWords();
	if (!kind || !say) return null;
	const named = reporter.mode === 'named';
	const { target } = evidence;
	const people = ready.recipients.recipients.map(({ name, key }) => ({ name, key: key.id }));
	// Number and time are made when it is sent.
	const data = { ...bodyOf(ready, '…', '…'), recipients: people };
	const { origin } = ready.view;
	return (
		<Accordion title={t('preview-title')} description={t('preview-sealed')}>
			<Facts
				rows={[
					[t('preview-kind'), `${t(`kind-${kind.id}`)} (${t('clause', sectionNumber(kind.clause))})`],
					[t('preview-quote'), target.quote],
					[t('preview-author'), target.author ?? t('author-unknown')],
					[t('preview-time'), target.at && words.time(target.at)],
					[t('preview-page'), target.page],
					[t('preview-permalink'), evidence.permalink],
					[t('preview-diff'), evidence.diff],
					[t('preview-wikitext'), evidence.wikitext],
					[t('preview-evidence'), t(`evidence-${evidence.state}`)],
					[t('preview-details'), draft.details || t('preview-nothing')],
					[t('preview-named'), ready.named.join(' · ')],
					[t('preview-reporter'), named ? reporter.user : t('reporter-is-anonymous')],
					[say('wishes-title'), (draft.wishes ?? []).map((id) => say(`wish-${id}`)).join(' · ')],
					[say('excluded-label'), (draft.excluded ?? []).join(' · ')],
					[say('contact-label'), draft.contact],
					[t('preview-language'), ready.language],
				]}
			/>
			<Listed extra={ready.extra} />
			<Accordion title={t('preview-data')}>
				<Data label={t('preview-data')} text={JSON.stringify(data, shortened, 1)} />
			</Accordion>
			<p class="wh-small">{t('preview-backend', new URL(origin).host, sectionNumber(kind.clause))}</p>
		</Accordion>
	);
}
