/** As whom the report would be sent: the chosen way, the account behind it, and the custodians of a name sealed apart. */
import type { Draft } from '../../../contract/vault.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import type { Who } from './body.ts';

export interface WhoState {
	/** Who the wiki says is logged in; null for nobody, or while it is being asked. */
	readonly user: string | null;
	/** null while it is being asked: a name that was chosen must not be lost to a quick press. */
	readonly who: Who | null;
	/** The chosen way is not possible: too few custodians. */
	readonly impossible: boolean;
}

/** `agreed`: whether the backend may be asked. */
export function useWho(draft: Draft, named: readonly string[], agreed: boolean): WhoState {
	const { services } = usePanel();
	const { wiki } = draft.target;
	const mode = draft.mode ?? 'anonymous';
	const asked = useAsk(wiki, () => services.keeper.call('wikiUser', { wiki }));
	const user = asked.state === 'done' ? asked.value.user : null;
	const sealed = mode === 'pseudonymous' && user !== null;
	const custodians = useAsk(sealed && agreed ? JSON.stringify([wiki, named]) : null, async () => {
		const { reporterVerbs } = await import('../../../contract/reporter-verbs.ts');
		return services.keeperFor(reporterVerbs).call('custodians', { wiki, named: [...named] });
	});
	const nobody: Who = { mode: 'anonymous', user: null, custodians: [] };
	if (mode === 'anonymous') return { user, who: nobody, impossible: false };
	if (asked.state === 'asking') return { user, who: null, impossible: false };
	if (user === null) return { user, who: nobody, impossible: false };
	if (!sealed) return { user, who: { mode, user, custodians: [] }, impossible: false };
	const found = custodians.state === 'done' ? custodians.value.recipients : null;
	return {
		user,
		who: found && { mode, user, custodians: found },
		impossible: custodians.state === 'failed',
	};
}
