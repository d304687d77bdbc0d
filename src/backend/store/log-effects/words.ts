/** Words to the reporter, and the steps that may come with them. */
import { done, failed } from '../../../contract/problem.ts';
import { mayMove } from '../../../domain/report/states.ts';
import { addMessage } from '../messages.ts';
import { decidersOf, idsIn, stateOf } from '../reports.ts';
import { conflict, set, type Effect } from './change.ts';

export const answer: Effect<'answer'> = async ({ tx, report, along, at }) => {
	if (!along.message) return failed('bad-input');
	// Nobody writes about what was withdrawn.
	if (report.state === 'withdrawn') return conflict('illegal');
	return (await addMessage(tx, report.id, along.message, at)) ? done('done') : failed('too-large');
};

/** A legal one, from where the handler saw it; `forbidden`: who decided does not again. */
export const step: Effect<'step'> = async (change) => {
	const { tx, report, along, at } = change;
	const { from, to } = change.event.data;
	const { by, message } = along;
	const state = stateOf(report);
	const isMine = idsIn(report.moved_by).some((key) => by.includes(key));
	if (!message && state === to && report.moved_from === from && isMine) return done('same');
	if (state !== from || !mayMove(from, to)) return conflict('illegal');
	const deciders = decidersOf(report);
	if (to === 'decided' && by.some((key) => deciders.includes(key))) return failed('forbidden');
	if (message && !(await addMessage(tx, report.id, message, at))) return failed('too-large');
	const decision =
		to === 'decided'
			? { decided_at: report.decided_at ?? at, decided_by: [...new Set([...deciders, ...by])].join(' ') }
			: {};
	return set(change, { state: to, since: at, moved_from: from, moved_by: by.join(' '), ...decision });
};
