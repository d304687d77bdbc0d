/** The person's word that this device may talk to a backend: asked once for each origin, kept in the vault. */
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../panel.ts';
import { changeSettings } from '../settings.ts';

export type Consent = 'unknown' | 'asked' | 'given';

/** `origin` is null until the configuration is read. Where the host asked before, consent is given. */
export function useConsent(origin: string | null): { consent: Consent; agree(): Promise<void> } {
	const { services } = usePanel();
	const [consent, setConsent] = useState<Consent>(services.asksConsent ? 'unknown' : 'given');
	useEffect(() => {
		if (!services.asksConsent || origin === null) return;
		let wanted = true;
		void services.vault.get('settings', 'settings').then(
			(settings) => wanted && setConsent(settings?.consents?.[origin] ? 'given' : 'asked'),
			() => wanted && setConsent('asked'),
		);
		return () => {
			wanted = false;
		};
	}, [origin]);
	const agree = async (): Promise<void> => {
		if (origin === null) return;
		// Storage that fails must not keep somebody from reporting: then it is asked again the next time.
		await changeSettings(services.vault, (settings) => ({
			...settings,
			consents: { ...settings.consents, [origin]: new Date().toISOString() },
		})).catch(() => undefined);
		setConsent('given');
	};
	return { consent, agree };
}
