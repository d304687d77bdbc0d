/** Starts what stands in the wiki page; ends, with nothing left behind, when the host's signal does. */
import { createButtons } from './button.ts';
import { watchContent } from './content.ts';
import { features } from './features/index.ts';
import type { Kit } from './features/feature.ts';
import type { PageServices } from './services.ts';

export async function startPage(services: PageServices): Promise<void> {
	const { signal } = services;
	const off = await services.switchedOff();
	const facts = services.facts();
	if (signal.aborted || !facts || off.includes('all')) return;
	const kit: Kit = { services, facts, makeButton: createButtons(signal), signal };
	const on = features.filter(({ system }) => system === null || !off.includes(system));
	for (const feature of on) feature.start?.(kit);
	watchContent((root) => {
		for (const feature of on) feature.draw?.(root, kit);
	}, signal);
}
