/** The wiki's configuration, asked by every view that rests on it; its switches are told to the page, buttons come and go. */
import type { ConfigView } from '../contract/keeper.ts';
import { useAsk, type Asked } from './ask.ts';
import { usePanel } from './panel.ts';

export function useConfig(wiki: string): Asked<ConfigView> & { again(): void } {
	const { services, facts } = usePanel();
	return useAsk(wiki, async () => {
		const outcome = await services.keeper.call('config', { wiki });
		// The page of another wiki has switches of its own.
		if (outcome.ok && wiki === facts.wiki) {
			void services.page.call('switchedOff', { systems: [...outcome.value.config.off] });
		}
		return outcome;
	});
}
