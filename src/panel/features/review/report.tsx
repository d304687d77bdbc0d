/** The steps of a report to the CyberTipline: one person prepares it, another sends it, and until it is finished it can be taken back. */
import { Decrypter } from 'age-encryption';
import { useState } from 'preact/hooks';
import { fromBase64, toBase64 } from '../../../contract/bytes.ts';
import { failed, type Outcome, type Problem } from '../../../contract/problem.ts';
import { reviewVerbs } from '../../../contract/review-verbs.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import type { ReportStage, ReportStep } from '../../../domain/upload/review.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import type { StepProps } from './one-match.tsx';

const next: Readonly<Record<ReportStage | 'none', readonly ReportStep[]>> = {
	none: ['prepare'],
	prepared: ['send', 'retract'],
	sent: ['finish', 'retract'],
	finished: [],
	retracted: ['prepare'],
};

/** In memory only: sent with the report and then forgotten. */
async function opened(sealed: string, keys: HandlerKeys | null): Promise<Outcome<string>> {
	if (!(keys?.age instanceof CryptoKey)) return failed('key-not-found');
	try {
		const decrypter = new Decrypter();
		decrypter.addIdentity(keys.age);
		return { ok: true, value: toBase64(await decrypter.decrypt(fromBase64(sealed))) };
	} catch {
		return failed('key-not-found');
	}
}

export function Report({ match, keys, say, again }: StepProps) {
	const { services, facts } = usePanel();
	const [problem, setProblem] = useState<Problem | 'second' | null>(null);
	const stage = match.report?.stage ?? 'none';
	const keeper = services.keeperFor(reviewVerbs);
	const of = { wiki: facts.wiki, id: match.id };
	/** Where the wiki has the file no longer: the preserved one, opened by whoever has its key. */
	const sendPreserved = async () => {
		const preserved = await keeper.call('uploadPreserved', of);
		const file = preserved.ok ? await opened(preserved.value.sealed, keys) : preserved;
		return file.ok ? keeper.call('uploadReport', { ...of, step: 'send', file: file.value }) : file;
	};
	const take = async (step: ReportStep): Promise<void> => {
		const first = await keeper.call('uploadReport', { ...of, step });
		const done = !first.ok && first.problem === 'not-found' && step === 'send' ? await sendPreserved() : first;
		const isSecond = !done.ok && done.problem === 'forbidden' && step === 'send';
		setProblem(done.ok ? null : isSecond ? 'second' : done);
		if (done.ok || done.problem === 'conflict') again();
	};
	return (
		<section class="wh-section" aria-labelledby="wh-report">
			<h2 id="wh-report" class="wh-subheading">
				{say('review-report')}
			</h2>
			<p>{say(`review-report-${stage}`, match.report?.number ?? '')}</p>
			{match.report?.mode === 'test' && <Message>{say('review-report-test')}</Message>}
			{problem === 'second' ? (
				<Message type="warning" live>
					{say('review-second')}
				</Message>
			) : (
				problem && <ProblemMessage problem={problem} />
			)}
			<div class="wh-actions">
				{next[stage].map((step) => (
					<Button key={step} onPress={() => void take(step)}>
						{say(`review-step-${step}`)}
					</Button>
				))}
			</div>
		</section>
	);
}
