/** One act of the plan: how it stands now, what it will do, and what came of it. */
import { actVerbs, type ActOf } from '../../../../../contract/act.ts';
import { useAsk } from '../../../../ask.ts';
import { usePanel } from '../../../../panel.ts';
import { Quote } from '../../../../ui/quote.tsx';
import type { Job } from '../run.ts';
import { nowInWords, thenInWords, type Said } from './in-words.ts';
import { Outcome } from './outcome.tsx';

/** The notice as the talk page will show it; its source where the wiki shows none now. */
function Preview({ act: { user, text } }: { act: ActOf<'notice'> }) {
	const { services, facts } = usePanel();
	const asked = useAsk(`${user}\n${text}`, () =>
		services.keeperFor(actVerbs).call('previewNotice', { wiki: facts.wiki, user, text }),
	);
	return <Quote text={asked.state === 'done' ? asked.value.text : text} />;
}

export function Planned(props: { job: Job; running: boolean; started: boolean; said: Said }) {
	const { job, said, started } = props;
	return (
		<li class="wh-card">
			{thenInWords(job.act, job.seen, said).map((sentence) => (
				<p key={sentence}>{sentence}</p>
			))}
			{job.act.act === 'notice' && <Preview act={job.act} />}
			{!started &&
				nowInWords(job.seen, said).map((sentence) => (
					<p key={sentence} class="wh-small">
						{said.say('act-now', sentence)}
					</p>
				))}
			<Outcome job={job} running={props.running} said={said} />
		</li>
	);
}
