/** Who else handles reports here, and which keys are the handler's own. */
import { useMemo } from 'preact/hooks';
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { useColleagues } from '../log/use-colleagues.ts';

export interface Team {
	/** Ids of the handler's own key and of those that it replaced. */
	readonly mine: ReadonlySet<string>;
	/** By key; the handler comes first. */
	readonly people: readonly { readonly id: string; readonly name: string }[];
	nameOf(key: string): string | null;
}

/** Without an answer, the handler is alone: what needs a colleague is not offered. */
export function useTeam(keys: HandlerKeys): Team {
	const colleagues = useColleagues();
	const people = colleagues?.people;
	const own = keys.public.id;
	const known = useMemo(() => {
		const me = people?.find(({ key, former }) => key.id === own || former.includes(own));
		const sorted = [...(me ? [me] : []), ...(people ?? []).filter((one) => one !== me)];
		return {
			mine: new Set([own, ...(me ? [me.key.id, ...me.former] : [])]),
			people: sorted.map(({ key, name }) => ({ id: key.id, name })),
		};
	}, [people, own]);
	return { ...known, nameOf: (key) => colleagues?.nameOf(key) ?? null };
}
