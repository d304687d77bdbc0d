/** The plan of acts on the wiki, then what it will do, then what came of it. */
import { useState } from 'preact/hooks';
import { actVerbs, type Act, type ActFacts } from '../../../../contract/act.ts';
import { done } from '../../../../contract/problem.ts';
import type { ReportBody } from '../../../../contract/report.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import { Message } from '../../../ui/message.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { Progress } from '../../../ui/progress.tsx';
import type { CaseLog } from '../log/use-case-log.ts';
import { Form } from './form/form.tsx';
import { planFor, subjectsOf, type Plan } from './plan.ts';
import { Review } from './review/review.tsx';
import { actWordsIn, useActWords, type ActWords } from './words.ts';

export interface ActingProps {
	body: ReportBody;
	log: CaseLog;
	onClose: () => void;
}

/** What the wiki lets this person do, and the words of what everybody will read, in the wiki's language. */
interface Ready {
	readonly facts: ActFacts;
	readonly here: ActWords;
}

const publicWords = (here: ActWords) => ({ reason: here('public-reason'), heading: here('public-heading') });

function Planning({ body, log, onClose, ready, say }: ActingProps & { ready: Ready; say: ActWords }) {
	const { facts, here } = ready;
	const subjects = subjectsOf(body);
	const planOf = (user: string): Plan => planFor(body, user, facts, publicWords(here));
	const [plan, setPlan] = useState(() => planOf(subjects[0] ?? ''));
	const [template, setTemplate] = useState<number | null>(facts.notices.length > 0 ? 0 : null);
	const [looking, setLooking] = useState(false);
	const shared = { plan, facts, here, template, say };
	/** What is done already is not done again where the rest of it is changed. */
	const change = (made: readonly Act['act'][]): void => {
		setPlan({ ...plan, on: { ...plan.on, ...Object.fromEntries(made.map((act) => [act, false])) } });
		setLooking(false);
	};
	if (looking) return <Review {...shared} body={body} log={log} onChange={change} onClose={onClose} />;
	return (
		<Form
			{...shared}
			body={body}
			state={log.row.state}
			subjects={subjects}
			onUser={(user) => setPlan(planOf(user))}
			onPlan={setPlan}
			onTemplate={setTemplate}
			onLook={() => setLooking(true)}
			onClose={onClose}
		/>
	);
}

export function Acting(props: ActingProps) {
	const { services, facts: page } = usePanel();
	const say = useActWords();
	const asked = useAsk(page.wiki, async () => {
		const keeper = services.keeperFor(actVerbs);
		const facts = await keeper.call('actFacts', { wiki: page.wiki, language: page.language });
		return facts.ok ? done({ facts: facts.value, here: await actWordsIn(facts.value.language, services) }) : facts;
	});
	const { t } = usePanel();
	if (asked.state === 'failed') return <ProblemMessage problem={asked.problem} again={asked.again} />;
	if (!say || asked.state !== 'done') return <Progress label={t('loading')} />;
	if (asked.value.facts.user === null) return <Message type="warning">{say('refused-logged-out')}</Message>;
	return <Planning {...props} ready={asked.value} say={say} />;
}
