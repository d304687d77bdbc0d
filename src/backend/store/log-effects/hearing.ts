/** Hearing the person reported: the channel is opened, and written in. */
import { done, failed } from '../../../contract/problem.ts';
import { openHearing, tell as tellIn } from '../hearing.ts';
import { conflict, type Effect } from './change.ts';

export const hearing: Effect<'hearing'> = async ({ tx, event, report, along, at }) => {
	const capability = along.hearing?.capability;
	if (capability === undefined) return failed('bad-input');
	if (report.state === 'withdrawn') return conflict('illegal');
	const opened = await openHearing(tx, report, { id: event.data.hearing, capability }, at);
	return opened.ok ? done('done') : conflict('illegal');
};

export const tell: Effect<'tell'> = async ({ tx, event, report, along, at }) => {
	const { message } = along;
	if (!message) return failed('bad-input');
	const told = await tellIn(tx, report.id, event.data.hearing, message, at);
	if (!told.ok) return told.problem === 'conflict' ? conflict('illegal') : told;
	return done(told.value.said ? 'done' : 'same');
};
