/** Verbs on the own key page: what it says, and writing it under the own account. */
import type { HandlerVerbs } from '../contract/handler-verbs.ts';
import type { Handlers } from '../contract/port.ts';
import { done, failed, type Outcome } from '../contract/problem.ts';
import { editPage } from '../wiki/edit.ts';
import { keyPageOf, parseKeyPage, readKeyPage } from '../wiki/key-page.ts';
import { readPage } from '../wiki/revisions.ts';
import type { WikiTransport } from '../wiki/transport.ts';
import { currentUser } from '../wiki/user.ts';
import type { KeeperServices } from './services.ts';
import { wikiOf } from './wiki.ts';

async function ownName(transport: WikiTransport): Promise<Outcome<string>> {
	const user = await currentUser(transport);
	if (!user.ok) return user;
	return user.value === null ? failed('not-signed-in') : done(user.value);
}

export function ownKeyVerbs(services: KeeperServices): Pick<Handlers<HandlerVerbs>, 'publishKey' | 'ownKey'> {
	return {
		async publishKey({ wiki, key, confirms }) {
			const transport = wikiOf(services, wiki);
			const user = await ownName(transport);
			if (!user.ok) return user;
			const title = keyPageOf(user.value);
			const text = `${JSON.stringify({ wikihaven: 1, key, confirms }, null, '\t')}\n`;
			if (!(await parseKeyPage(text))) return failed('bad-input');
			const page = await readPage(transport, title, {}, false);
			if (!page.ok) return page;
			const saved = await editPage(transport, {
				title,
				text,
				// The wiki writes its own, in its own language.
				summary: '',
				base: page.value.revisions[0]?.id ?? null,
				as: user.value,
				contentModel: 'json',
			});
			if (!saved.ok) return saved;
			// What others will see of it: somebody may have meddled with the page's history.
			const published = await readKeyPage(transport, user.value);
			if (!published.ok) return published;
			if (published.value?.key.age !== key.age) return failed('conflict');
			return done({ revision: saved.value, page: title });
		},
		async ownKey({ wiki }) {
			const transport = wikiOf(services, wiki);
			const user = await ownName(transport);
			if (!user.ok) return user;
			const published = await readKeyPage(transport, user.value);
			if (!published.ok) return published;
			if (published.value === null) return done(null);
			return done({ key: { ...published.value.key }, confirms: [...published.value.confirms] });
		},
	};
}
