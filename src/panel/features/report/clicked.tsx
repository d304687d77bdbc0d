/** What was clicked: the quote, who and when, and whether the wiki confirms it. */
import type { Evidence } from '../../../contract/evidence.ts';
import type { Target } from '../../../contract/target.ts';
import { usePanel } from '../../panel.ts';
import { WikiLink } from '../../ui/link.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Quote } from '../../ui/quote.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { EvidenceState } from './use-evidence.ts';

const tagOf = {
	confirmed: 'success',
	changed: 'warning',
	hidden: 'warning',
	deleted: 'warning',
	unconfirmed: 'warning',
} as const;

function Facts({ target, evidence }: { target: Target; evidence: Evidence | null }) {
	const { t, words } = usePanel();
	const at = evidence?.target.at ?? target.at;
	return (
		<p class="wh-line">
			<bdi class="wh-name">{target.author ?? t('author-unknown')}</bdi>
			{at && <time dateTime={at}>{words.time(at)}</time>}
			{target.page &&
				(evidence ? <WikiLink url={evidence.permalink}>{target.page}</WikiLink> : <bdi>{target.page}</bdi>)}
		</p>
	);
}

export function Clicked({ target, state }: { target: Target; state: EvidenceState }) {
	const { t } = usePanel();
	const { evidence, problem } = state;
	const shown = evidence?.target ?? target;
	return (
		<section class="wh-clicked" aria-label={t('clicked-label')}>
			{shown.quote && <Quote text={shown.quote} />}
			<Facts target={shown} evidence={evidence} />
			{evidence ? (
				<Tag kind={tagOf[evidence.state]}>{t(`evidence-${evidence.state}`)}</Tag>
			) : (
				<Progress label={t('evidence-asking')} />
			)}
			{problem && <ProblemMessage problem={problem} again={state.again} type="notice" />}
		</section>
	);
}
