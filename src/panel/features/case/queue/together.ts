/** Which reports are one case: of the same thing, or joined by handlers, and whatever hangs together by either. */
import type { Opened } from './model.ts';

const thingOf = ({ row, summary }: Opened): string => summary?.about ?? row.id;

/** The key of each report's case; disjoint sets of things, united by the groups that handlers made. */
export function keysOf(opened: readonly Opened[]): (one: Opened) => string {
	const parent = new Map<string, string>();
	const rootOf = (thing: string): string => {
		let root = thing;
		for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
		if (root !== thing) parent.set(thing, root);
		return root;
	};
	const firstOf = new Map<string, string>();
	for (const one of opened) {
		const { group } = one.row;
		if (group === null) continue;
		const [first, here] = [rootOf(firstOf.get(group) ?? thingOf(one)), rootOf(thingOf(one))];
		firstOf.set(group, first);
		// The smaller one leads, so that the key does not depend on which report came first.
		if (first !== here) parent.set(first < here ? here : first, first < here ? first : here);
	}
	return (one) => rootOf(thingOf(one));
}
