/** Verbs that need no backend of ours: ways to call for help, the wiki's own e-mail, its ReportIncident, muting. */
import type { Handlers } from '../contract/port.ts';
import { done } from '../contract/problem.ts';
import type { ReporterVerbs } from '../contract/reporter-verbs.ts';
import { readConfig } from '../wiki/config.ts';
import { readTurnPages } from '../wiki/incident-config.ts';
import { sendMail } from '../wiki/mail.ts';
import { muteNotifications } from '../wiki/mute.ts';
import { abilities } from '../wiki/person.ts';
import type { KeeperServices } from './services.ts';
import { wikiOf } from './wiki.ts';

type EmergencyVerb = 'emergencyWays' | 'wikiEmail' | 'handOff' | 'mute';

export function emergencyVerbs(services: KeeperServices): Pick<Handlers<ReporterVerbs>, EmergencyVerb> {
	return {
		async emergencyWays({ wiki }) {
			const transport = wikiOf(services, wiki);
			const [read, turn] = await Promise.all([readConfig(transport), readTurnPages(transport)]);
			// A broken or missing configuration takes nothing from what the wiki has besides.
			const config = read.ok ? read.value.config : undefined;
			const user = config?.emergency?.user ?? null;
			const able = await abilities(transport, user);
			if (!able.ok) return able;
			const { named, emailConfirmed, blocked, canMail, extensions } = able.value;
			const own = [...(config?.helpPage ? [{ title: config.helpPage }] : []), ...(config?.policies ?? [])];
			return done({
				email: config?.emergency?.email ?? null,
				wikiEmail: user === null ? null : { user, possible: canMail },
				incident: extensions.includes('ReportIncident') && named && emailConfirmed && !blocked,
				pages: [
					...own.map((page) => ({ title: page.title, ...('label' in page ? { label: page.label } : {}) })),
					...(turn.ok
						? turn.value.map(({ kinds, ...page }) => ({ ...page, ...(kinds && { kinds: [...kinds] }) }))
						: []),
				],
			});
		},
		wikiEmail: ({ wiki, ...mail }) => sendMail(wikiOf(services, wiki), mail),
		handOff: ({ wiki, incident }) => services.handOff(wiki, incident, services.signal),
		async mute({ wiki, user }) {
			const muted = await muteNotifications(wikiOf(services, wiki), user);
			return muted.ok ? done({ notifications: muted.value }) : muted;
		},
	};
}
