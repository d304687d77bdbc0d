/** Files come from the page: they are looked at out of sight, and shown where their uploader should hear of something. */
import { render } from 'preact';
import { isOn } from '../../../domain/config/model.ts';
import type { Place } from '../../panel.ts';
import type { PanelServices } from '../../services.ts';
import { createHashPool, type HashPool } from '../../workers/hash.ts';
import { checkFile } from './check-file.ts';
import { createChecks, isWorthTelling, type FileChecks } from './checks.ts';
import { News } from './news.tsx';

/** A look that takes longer is shown, ms. */
const slow = 1500;
/** Files in one page whose fate is kept. */
const most = 500;

interface Desk {
	readonly checks: FileChecks;
	readonly pool: HashPool;
}
/** One for each panel. */
const desks = new WeakMap<PanelServices, Desk>();

function deskOf(services: PanelServices): Desk {
	const known = desks.get(services);
	if (known) return known;
	const pool = createHashPool(services.asset('workers/hash.js'), services.signal);
	const made = { checks: createChecks(), pool };
	desks.set(services, made);
	return made;
}

/** Somebody who is at something else is not taken away from it: they see a line above it. */
function tell(services: PanelServices, checks: FileChecks, place: Place | null, go: (place: Place) => void): void {
	if (place?.feature === 'upload') return;
	if (!place || place.feature === 'home') return go({ feature: 'upload', checks });
	const box = document.createElement('div');
	document.getElementById('panel')?.before(box);
	const end = (): void => {
		render(null, box);
		box.remove();
	};
	services.signal.addEventListener('abort', end);
	const look = (): void => {
		end();
		go({ feature: 'upload', checks });
	};
	render(<News services={services} onLook={look} onClose={end} />, box);
}

/** `state` says where the panel is. Does nothing where the wiki has no configuration or has switched it off. */
export async function arrive(
	services: PanelServices,
	given: readonly unknown[],
	state: () => { readonly place: Place | null },
	go: (place: Place) => void,
): Promise<void> {
	const { page, keeper, facts, signal } = services;
	const config = await keeper.call('config', { wiki: facts.wiki });
	if (config.ok) void page.call('switchedOff', { systems: [...config.value.config.off] });
	const { checks, pool } = deskOf(services);
	const files = given.filter((one) => one instanceof File).slice(0, most - checks.all().length);
	let shown = false;
	const show = (): void => {
		if (shown || signal.aborted) return;
		shown = true;
		tell(services, checks, state().place, go);
		void page.call('appear', { show: true, hold: checks.all().some(({ told }) => told.action === 'hold') });
	};
	if (config.ok && isOn(config.value.config, 'upload')) {
		const watching = new AbortController();
		const timer = setTimeout(show, slow);
		const first = checks.all().length;
		checks.watch(() => {
			if (checks.all().slice(first).some(isWorthTelling)) show();
		}, watching.signal);
		await Promise.all(files.map((file) => checkFile(services, pool, file, checks.add(file.name))));
		clearTimeout(timer);
		watching.abort();
		if (shown && checks.all().some(({ told }) => told.action === 'hold')) {
			void page.call('appear', { show: true, hold: true });
		}
	}
	if (!shown && !state().place) void page.call('appear', { show: false });
}
