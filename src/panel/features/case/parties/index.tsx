/** The parties of a case: whom it is about, and who sent it where a name stands in it. */
import type { ReportBody } from '../../../../contract/report.ts';
import { canonicalName } from '../../../../domain/people/names.ts';
import { Party } from './party.tsx';
import { usePartyWords } from './words.ts';

export function Parties({ body }: { body: ReportBody }) {
	const say = usePartyWords();
	if (!say) return null;
	const subject = body.evidence[0]?.target.author ?? null;
	const { user: reporter } = body.reporter;
	const told = new Set([subject, reporter].filter((name) => name !== null).map(canonicalName));
	const others = body.named.filter((name) => !told.has(canonicalName(name)));
	return (
		<div class="wh-accordions">
			{subject !== null && <Party title={say('party-subject', subject)} user={subject} say={say} />}
			{reporter !== null && <Party title={say('party-reporter', reporter)} user={reporter} say={say} />}
			{others.map((name) => (
				<Party key={name} title={say('party-named', name)} user={name} say={say} />
			))}
		</div>
	);
}
