/** The signed-in handler and the keys of theirs that are on this device. */
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../contract/problem.ts';
import type { HandlerKeys } from '../../contract/vault.ts';
import { usePanel } from '../panel.ts';
import { useSession } from './use-session.ts';

export interface Handler {
	readonly user: string;
	/** null where this device has none. */
	readonly keys: HandlerKeys | null;
	/** Keeps keys on this device, never extractable. */
	keep(keys: HandlerKeys): Promise<boolean>;
}

export type HandlerState =
	| { readonly state: 'asking' }
	| { readonly state: 'refused'; readonly problem: Problem }
	| { readonly state: 'handler'; readonly handler: Handler };

export function useHandler(): HandlerState {
	const { services, facts } = usePanel();
	const { session, problem } = useSession();
	const [keys, setKeys] = useState<HandlerKeys | null | undefined>(undefined);
	const user = session?.user;
	const owner = user === undefined ? null : `${facts.wiki}|${user}`;
	useEffect(() => {
		if (owner === null) return;
		let wanted = true;
		const read = async (): Promise<void> => {
			const found = await services.vault.handlerKeys(owner).catch(() => undefined);
			if (wanted) setKeys(found ?? null);
		};
		void read();
		return () => {
			wanted = false;
		};
	}, [owner]);
	if (problem) return { state: 'refused', problem };
	if (session === null) return { state: 'refused', problem: { problem: 'not-signed-in', params: [] } };
	if (session && !session.roles.includes('handler')) {
		return { state: 'refused', problem: { problem: 'forbidden', params: [] } };
	}
	if (user === undefined || owner === null || keys === undefined) return { state: 'asking' };
	const keep = async (made: HandlerKeys): Promise<boolean> => {
		try {
			await services.vault.keepHandlerKeys(owner, made);
			setKeys(made);
			return true;
		} catch {
			return false;
		}
	};
	return { state: 'handler', handler: { user, keys, keep } };
}
