/** The plan as it is made: whom, and each act with what it consists of, filled from the evidence. */
import { useState } from 'preact/hooks';
import type { ActFacts } from '../../../../../contract/act.ts';
import type { ReportBody } from '../../../../../contract/report.ts';
import type { ReportState } from '../../../../../domain/report/states.ts';
import { usePanel } from '../../../../panel.ts';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { Chips } from '../../../../ui/chips.tsx';
import { noticeText } from '../notice.ts';
import { lacks, piecesOf, type Plan } from '../plan.ts';
import { Stand } from '../stand.tsx';
import { nextStep } from '../step.ts';
import type { ActWords } from '../words.ts';
import { Block } from './block.tsx';
import { Hide, Revert } from './edits.tsx';
import { Notice } from './notice.tsx';
import { Part } from './part.tsx';
import { Protect } from './protect.tsx';

/** The right that an act needs. */
const rights = { block: 'block', notice: 'edit', revert: 'edit', hide: 'deleterevision', protect: 'protect' } as const;

export function Form(props: {
	plan: Plan;
	facts: ActFacts;
	here: ActWords;
	body: ReportBody;
	state: ReportState;
	subjects: readonly string[];
	template: number | null;
	onUser: (user: string) => void;
	onPlan: (plan: Plan) => void;
	onTemplate: (template: number | null) => void;
	onLook: () => void;
	onClose: () => void;
	say: ActWords;
}) {
	const { t } = usePanel();
	const { plan, facts, say } = props;
	const [tried, setTried] = useState(false);
	const pieces = piecesOf(props.body);
	const text = plan.notice.text || noticeText(plan, facts, props.template, props.here);
	const lack = lacks(plan, facts, text);
	const step = nextStep(props.state);
	const put =
		<K extends keyof Plan>(key: K) =>
		(part: Partial<Plan[K]>): void =>
			props.onPlan({ ...plan, [key]: { ...(plan[key] as object), ...part } });
	const part = (act: keyof typeof rights) => ({
		label: say(`act-do-${act}`),
		may: facts.rights.includes(rights[act]),
		on: plan.on[act],
		onTurn: (on: boolean) => put('on')({ [act]: on }),
		say,
	});
	const look = (): void => {
		setTried(true);
		if (lack === null) props.onLook();
	};
	const error = tried && lack !== null ? say(`act-lacks-${lack}`, facts.mostPages) : undefined;
	return (
		<>
			<Stand>{say('act-as', facts.user ?? '')}</Stand>
			{props.subjects.length > 1 && (
				<Chips
					legend={say('act-who')}
					chips={props.subjects.map((name) => ({ id: name, label: name }))}
					chosen={plan.user}
					onChoose={props.onUser}
				/>
			)}
			<p class="wh-small">{say('act-hear-first')}</p>
			<Part {...part('block')}>
				<Block
					block={plan.block}
					facts={facts}
					error={lack === 'scope' || lack === 'pages' ? error : undefined}
					onChange={put('block')}
					say={say}
				/>
			</Part>
			<Part {...part('notice')}>
				<Notice
					facts={facts}
					heading={plan.notice.heading}
					text={text}
					template={props.template}
					onHeading={(heading) => put('notice')({ heading })}
					onText={(text) => put('notice')({ text })}
					onTemplate={(template) => {
						props.onTemplate(template);
						put('notice')({ text: '' });
					}}
					say={say}
				/>
			</Part>
			<Part {...part('revert')}>
				<Revert pieces={pieces} facts={facts} part={plan.revert} onChange={put('revert')} say={say} />
			</Part>
			<Part {...part('hide')}>
				<Hide pieces={pieces} facts={facts} part={plan.hide} onChange={put('hide')} say={say} />
			</Part>
			<Part {...part('protect')}>
				<Protect protect={plan.protect} facts={facts} onChange={put('protect')} say={say} />
			</Part>
			{step && (
				<Checkbox
					label={say('then-step', t(`state-${step}`))}
					checked={plan.on.step}
					onCheck={(on) => put('on')({ step: on })}
				/>
			)}
			{error && <p role="alert">{error}</p>}
			<div class="wh-actions">
				<Button action="progressive" weight="primary" onPress={look}>
					{say('act-look')}
				</Button>
				<Button weight="quiet" onPress={props.onClose}>
					{say('act-leave')}
				</Button>
			</div>
		</>
	);
}
