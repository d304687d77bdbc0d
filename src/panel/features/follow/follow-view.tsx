/** Where in following we are: the list, one report, or the field for a return code. */
import '../../attachments/style.ts';
import './style.ts';
import { useTrayWords } from '../../attachments/words.ts';
import { usePanel, type Place } from '../../panel.ts';
import { Progress } from '../../ui/progress.tsx';
import { ByCode } from './by-code.tsx';
import { MyReports } from './my-reports.tsx';
import { OneReport } from './one-report.tsx';
import { useFollowWords } from './words.ts';

export function FollowView({ place }: { place: Place }) {
	const { t } = usePanel();
	const say = useFollowWords();
	if (place.feature !== 'follow') return null;
	// Here already, so that no part of a view comes in late for want of its words.
	const tray = useTrayWords();
	if (!say || !tray) return <Progress label={t('loading')} />;
	if (place.code) return <ByCode say={say} />;
	return place.id ? <OneReport id={place.id} say={say} /> : <MyReports say={say} />;
}
