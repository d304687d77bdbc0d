/** Joins the history's word on a comment with the panel's own reading of its page; loaded at the first use. */
import type { Target } from '../../contract/target.ts';
import type { PanelServices } from '../services.ts';
import { combine } from './combine.ts';
import { asksOther, corrected } from './corrected.ts';
import { readExact } from './exact.ts';
import type { Gathered } from './gather.ts';
import { unconfirmed } from './unconfirmed.ts';

/** `first` is on its way already; the history is asked again where the page named another author or minute than it shows. */
export async function withExact(
	services: PanelServices,
	target: Target,
	first: Promise<Gathered>,
	ask: (target: Target) => Promise<Gathered>,
): Promise<Gathered> {
	const read = await readExact(services, target);
	// Words may be selected where no comment is.
	if (!read.ok || (target.type === 'selection' && !read.value.comment)) return first;
	const better = corrected(target, read.value);
	const { evidence, problem } = await (asksOther(target, better) ? ask(better) : first);
	// Where nothing is known of the history, the address at least leads to what was read.
	const base = problem ? unconfirmed(better) : evidence;
	return { evidence: await combine(base, read.value), problem };
}
