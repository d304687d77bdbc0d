/** The team's part of an open case: once its words are here. */
import type { CaseRow } from '../../../../contract/case.ts';
import type { ReportBody } from '../../../../contract/report.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { useTeamWords } from '../../../team/words.ts';
import type { CaseLog } from '../log/use-case-log.ts';
import { Team } from './team.tsx';
import { Ties } from './ties.tsx';

export function CaseTeam(props: {
	log: CaseLog;
	body: ReportBody;
	keys: HandlerKeys;
	onRow: (row: CaseRow) => void;
	onBack: () => void;
}) {
	const say = useTeamWords();
	const { log, onRow, onBack } = props;
	const onLeft = (): void => {
		onBack();
		onRow({ ...log.row, grants: [] });
	};
	return say && <Team {...props} onLeft={onLeft} say={say} />;
}

export function CaseTies({ body }: { body: ReportBody }) {
	const say = useTeamWords();
	return say && <Ties body={body} say={say} />;
}
