/** Opening a report by its return code: on any device, without an account, with nothing kept here unless wanted. */
import { useState } from 'preact/hooks';
import { hearingVerbs } from '../../../contract/hearing-verbs.ts';
import type { Problem } from '../../../contract/problem.ts';
import { keysOfCode, readCode } from '../../../contract/return-code.ts';
import { ConsentBox } from '../../consent/consent-box.tsx';
import { useConsent } from '../../consent/use-consent.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ViewHeading } from '../../ui/heading.tsx';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import { TextInput } from '../../ui/text.tsx';
import type { PanelServices } from '../../services.ts';
import { useConfig } from '../../use-config.ts';
import { bring, type Brought } from './bring.ts';
import type { FollowWords } from './words.ts';

/** Characters of a code without what people put between them. */
const lengthOf = (typed: string): number => typed.replace(/[\s\u2010-\u2015_-]/g, '').length;

async function hasHearing(
	services: Pick<PanelServices, 'keeperFor'>,
	wiki: string,
	code: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
	const { id, secret } = await keysOfCode(code, 'hearing');
	return (await services.keeperFor(hearingVerbs).call('hearing', { wiki, id, secret })).ok;
}

function Field({ say }: { say: FollowWords }) {
	const { services, facts, words, t, go } = usePanel();
	const [typed, setTyped] = useState('');
	const [pressed, setPressed] = useState(false);
	const [asking, setAsking] = useState(false);
	const [problem, setProblem] = useState<Problem | null>(null);
	const [found, setFound] = useState<Brought | null>(null);
	const code = readCode(typed);
	const length = lengthOf(typed);
	const wrong = length >= 25 && !code;
	const unfinished = pressed && length < 25 && length > 0;
	const open = async (): Promise<void> => {
		setPressed(true);
		if (!code || asking) return;
		setAsking(true);
		setProblem(null);
		const outcome = await bring(services, facts.wiki, code);
		// It may be the code of somebody who is heard: nothing of it tells which.
		const isHearing = !outcome.ok && outcome.problem === 'not-found' && (await hasHearing(services, facts.wiki, code));
		setAsking(false);
		if (isHearing) return go({ feature: 'hearing', code: typed });
		if (!outcome.ok) return setProblem(outcome);
		if (outcome.value.gone) setFound(outcome.value);
		else go({ feature: 'follow', id: outcome.value.id });
	};
	return (
		<>
			<TextInput
				label={say('follow-code')}
				help={say('follow-bycode-help')}
				error={
					wrong
						? say('follow-bycode-wrong')
						: unfinished
							? say('follow-bycode-length', words.number(length))
							: undefined
				}
				value={typed}
				maxLength={80}
				onText={(text) => {
					setTyped(text);
					setFound(null);
				}}
				onEnter={() => void open()}
			/>
			{asking && <Progress label={say('follow-bycode-asking')} />}
			{problem?.problem === 'not-found' ? (
				<Message live>{say('follow-bycode-none')}</Message>
			) : (
				problem && <ProblemMessage problem={problem} again={() => void open()} />
			)}
			{found && (
				<Message live>
					<p>{say('follow-withdrawn')}</p>
					<Facts rows={[[t('receipt-time'), words.time(found.at)]]} />
				</Message>
			)}
			<div class="wh-actions">
				<Button action="progressive" weight="primary" onPress={() => void open()}>
					{say('follow-bycode-open')}
				</Button>
			</div>
		</>
	);
}

export function ByCode({ say }: { say: FollowWords }) {
	const { facts, t } = usePanel();
	const config = useConfig(facts.wiki);
	const { consent, agree } = useConsent(config.state === 'done' ? config.value.origin : null);
	return (
		<div class="wh-view">
			<ViewHeading>{t('code-entry')}</ViewHeading>
			<p class="wh-lead">{t('code-entry-help')}</p>
			{config.state === 'asking' && <Progress label={t('loading')} />}
			{config.state === 'failed' && <ProblemMessage problem={config.problem} again={config.again} />}
			{config.state === 'done' && consent === 'asked' && (
				<ConsentBox view={config.value} onAgree={() => void agree()} />
			)}
			{config.state === 'done' && consent === 'given' && <Field say={say} />}
		</div>
	);
}
