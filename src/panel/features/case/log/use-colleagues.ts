/** Who else handles reports here, asked once while a view stands. */
import { handlerVerbs, type Colleagues } from '../../../../contract/handler-verbs.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';

export type { Colleagues };

const nobody: Colleagues = { people: [], signers: {}, service: {} };

/** null until the answer is there. `nameOf`: of current and former keys; null for one that is nobody's. */
export function useColleagues(): (Colleagues & { nameOf(key: string): string | null }) | null {
	const { services, facts } = usePanel();
	const asked = useAsk(facts.wiki, () => services.keeperFor(handlerVerbs).call('colleagues', { wiki: facts.wiki }));
	if (asked.state === 'idle' || asked.state === 'asking') return null;
	// Without names and keys a case can still be read: what is signed is shown as not checked.
	const known = asked.state === 'done' ? asked.value : nobody;
	const { people, signers } = known;
	return {
		...known,
		nameOf: (id) =>
			people.find(({ key, former }) => key.id === id || former.includes(id))?.name ?? signers[id]?.name ?? null,
	};
}
