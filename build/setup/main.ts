/** Brings the machine to where the demo or the tests can run; what could not be had is given back, never thrown. */
import { aptInstall } from './apt.ts';
import { mediawiki } from './mediawiki.ts';
import { needs, type NeedId } from './needs.ts';
import { missing, ready, type Outcome } from './outcome.ts';

export type Thing = NeedId | 'mediawiki';

async function absent(ids: readonly NeedId[]): Promise<NeedId[]> {
	const there = await Promise.all(ids.map((id) => needs[id].present()));
	return ids.filter((_, at) => !there[at]);
}

/** Makes the named things available and gives one sentence for each that is not. A second run takes no time. */
export async function setUp(things: readonly Thing[]): Promise<Map<Thing, Outcome<null>>> {
	const outcomes = new Map<Thing, Outcome<null>>(things.map((thing) => [thing, ready(null)]));
	const ids = things.filter((thing) => thing !== 'mediawiki');
	const lacking = await absent(ids);
	if (lacking.length) {
		let done = await aptInstall(lacking.flatMap((id) => [...needs[id].packages]));
		for (const id of await absent(lacking)) {
			// One package that an archive does not have must not keep the others out.
			if (lacking.length > 1) done = await aptInstall(needs[id].packages);
			const why = done.ok ? 'its package brought something else' : done.missing;
			if (!(await needs[id].present())) outcomes.set(id, missing(`${needs[id].name} is missing: ${why}`));
		}
	}
	if (things.includes('mediawiki')) {
		const fetched = await mediawiki();
		if (!fetched.ok) outcomes.set('mediawiki', fetched);
	}
	return outcomes;
}

/** The sentences of what is missing. */
export function lacks(outcomes: Map<Thing, Outcome<null>>): string[] {
	return [...outcomes.values()].flatMap((outcome) => (outcome.ok ? [] : [outcome.missing]));
}
