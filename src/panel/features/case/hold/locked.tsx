/** A suggestion, no more: whom a case is about can do nothing on any wiki any longer, so it may be over. */
import { accountVerbs } from '../../../../contract/account.ts';
import type { CaseRow } from '../../../../contract/case.ts';
import type { ReportBody } from '../../../../contract/report.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import { Message } from '../../../ui/message.tsx';
import { useKeepWords } from '../folded/words.ts';

export function Locked({ body, row }: { body: ReportBody; row: Pick<CaseRow, 'state'> }) {
	const { services, facts } = usePanel();
	const say = useKeepWords();
	const user = body.evidence[0]?.target.author ?? null;
	const isOpen = row.state === 'received' || row.state === 'triaged' || row.state === 'in-review';
	const asked = useAsk(isOpen && user !== null ? `${facts.wiki} ${user}` : null, () =>
		services.keeperFor(accountVerbs).call('accountLocked', { wiki: facts.wiki, user: user ?? '' }),
	);
	// Where the wiki does not tell, there is nothing to suggest.
	const locked = asked.state === 'done' && asked.value.locked === true;
	return say && user !== null && locked ? <Message live>{say('locked', user)}</Message> : null;
}
