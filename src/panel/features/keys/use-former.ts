/** The key that is being replaced, for as long as reports are open to it alone. */
import { useEffect, useState } from 'preact/hooks';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { usePanel } from '../../panel.ts';
import type { Handler } from '../../session/use-handler.ts';

export interface Former {
	/** null where there is none; undefined until it was looked for. */
	readonly keys: HandlerKeys | null | undefined;
	/** The same handler, who keeps the key in use as the former one when a new one is made. */
	readonly replacing: Handler;
	forget(): Promise<void>;
}

export function useFormer(handler: Handler): Former {
	const { services, facts } = usePanel();
	const owner = `${facts.wiki}|${handler.user}|former`;
	const [keys, setKeys] = useState<HandlerKeys | null | undefined>(undefined);
	useEffect(() => {
		let wanted = true;
		void services.vault
			.handlerKeys(owner)
			.catch(() => undefined)
			.then((found) => wanted && setKeys(found ?? null));
		return () => {
			wanted = false;
		};
	}, [owner]);
	return {
		keys,
		replacing: {
			...handler,
			async keep(made) {
				const old = handler.keys;
				try {
					// First: between the two a device may be switched off, and no report be open to neither.
					if (old) await services.vault.keepHandlerKeys(owner, old);
				} catch {
					return false;
				}
				if (!(await handler.keep(made))) return false;
				setKeys(old);
				return true;
			},
		},
		async forget() {
			await services.vault.dropHandlerKeys(owner).catch(() => undefined);
			setKeys((await services.vault.handlerKeys(owner).catch(() => undefined)) ?? null);
		},
	};
}
