/** Whether the report tells who sends it: not, unless the person chooses so. */
import type { ReportBody } from '../../../contract/report.ts';
import { usePanel } from '../../panel.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { Chips } from '../../ui/chips.tsx';

type Mode = ReportBody['reporter']['mode'];

export function Reporter({
	mode,
	user,
	onMode,
}: {
	mode: Mode;
	/** Who the wiki says is logged in. */
	user: string | null;
	onMode: (mode: Mode) => void;
}) {
	const { t } = usePanel();
	return (
		<Accordion
			title={t('reporter-title')}
			description={mode === 'named' && user ? t('reporter-is-named', user) : t('reporter-is-anonymous')}
		>
			{user ? (
				<Chips
					legend={t('reporter-question')}
					chips={[
						{ id: 'anonymous', label: t('reporter-anonymous') },
						{ id: 'named', label: t('reporter-named', user) },
					]}
					chosen={mode}
					onChoose={onMode}
				/>
			) : (
				<p>{t('reporter-logged-out')}</p>
			)}
			<p class="wh-small">{t('reporter-help')}</p>
		</Accordion>
	);
}
