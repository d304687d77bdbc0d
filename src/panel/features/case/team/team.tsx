/** Who handles a case: everybody who can read it, and giving it on, to somebody else or away from oneself. */
import type { ReportBody } from '../../../../contract/report.ts';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import type { TeamWords } from '../../../team/words.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import type { CaseLog } from '../log/use-case-log.ts';
import { useColleagues } from '../log/use-colleagues.ts';
import { Add } from './add.tsx';
import { HandOver } from './hand-over.tsx';
import { ReaderList } from './reader-list.tsx';
import { couldRead, readersOf } from './readers.ts';
import { Recuse } from './recuse.tsx';

export interface TeamProps {
	log: CaseLog;
	body: ReportBody;
	keys: HandlerKeys;
	/** The own access is gone. */
	onLeft: () => void;
	say: TeamWords;
}

export function Team(props: TeamProps) {
	const { log, body, keys, say } = props;
	const colleagues = useColleagues();
	if (!colleagues) return null;
	const readers = readersOf(log.holders, colleagues.people, body, colleagues.nameOf);
	// The row tells of the own grants alone.
	const own = log.row.grants.map(({ key }) => key).filter((key) => log.holders.includes(key));
	const others = readers.filter(({ as, key }) => as === 'now' && key !== keys.public.id && !own.includes(key));
	const more = { ...props, others, own };
	return (
		<section class="wh-section" aria-labelledby="wh-team">
			<h2 id="wh-team" class="wh-subheading">
				{say('team-heading')}
			</h2>
			<ReaderList {...props} readers={readers} />
			<div class="wh-accordions">
				<Accordion title={say('hand-title')}>
					<HandOver {...more} />
				</Accordion>
				<Accordion title={say('add-title')}>
					<Add {...props} free={couldRead(readers, colleagues.people, body)} />
				</Accordion>
				<Accordion title={say('recuse-title')}>
					<Recuse {...more} />
				</Accordion>
			</div>
		</section>
	);
}
