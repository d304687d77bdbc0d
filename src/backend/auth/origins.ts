/** Which origins may call the backend or receive a one-time code: our own and the extensions of the configuration. */
import type { BackendConfig } from '../config.ts';

const ofFirefox = /^moz-extension:\/\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isListedClient({ extensions }: Pick<BackendConfig, 'extensions'>, origin: string): boolean {
	const { chrome: listed, firefox } = extensions;
	return listed.includes(origin) || (firefox && ofFirefox.test(origin));
}

export function isPanelOrigin(config: Pick<BackendConfig, 'extensions' | 'publicOrigin'>, origin: string): boolean {
	return origin === config.publicOrigin || isListedClient(config, origin);
}
