/** The wiki that the gadget is installed on, read and edited with a bot password or an OAuth token from the environment. */
import { Mwn } from 'mwn';

export interface PageState {
	/** Null where the page does not exist. */
	readonly text: string | null;
	/** Newest first. */
	readonly history: readonly {
		readonly id: number;
		readonly parent: number;
		readonly summary: string;
		readonly text: string;
	}[];
}

export interface DeployWiki {
	/** Code of the language that its content is in. */
	language(): Promise<string>;
	read(title: string): Promise<PageState>;
	/** Gives the id of the new revision; refuses when somebody edited since it was read. */
	save(title: string, text: string, summary: string, since: PageState): Promise<number>;
}

interface Revision {
	revid: number;
	parentid: number;
	comment?: string;
	slots?: { main?: { content?: string } };
}

const agent = 'Wikihaven gadget deploy';

/** Throws with a sentence that says what to set where the environment has no credentials. */
export async function openWiki(api: string, env: NodeJS.ProcessEnv): Promise<DeployWiki> {
	const { WIKIHAVEN_BOT_USER: username, WIKIHAVEN_BOT_PASSWORD: password, WIKIHAVEN_OAUTH_TOKEN: token } = env;
	if (!token && !(username && password))
		throw new Error(
			'Set WIKIHAVEN_BOT_USER and WIKIHAVEN_BOT_PASSWORD (from Special:BotPasswords, with the right to edit the MediaWiki namespace and site-wide CSS/JS), or WIKIHAVEN_OAUTH_TOKEN.',
		);
	const wiki = await Mwn.init({
		apiUrl: api,
		userAgent: agent,
		silent: true,
		...(token ? { OAuth2AccessToken: token } : { username: username ?? '', password: password ?? '' }),
		defaultParams: { formatversion: '2', maxlag: 5 },
	});
	return {
		async language() {
			const answer = await wiki.request({ action: 'query', meta: 'siteinfo', siprop: 'general' });
			return String((answer.query?.['general'] as { lang?: string } | undefined)?.lang ?? 'en');
		},
		async read(title) {
			const answer = await wiki.request({
				action: 'query',
				titles: title,
				prop: 'revisions',
				rvprop: 'ids|comment|content',
				rvslots: 'main',
				rvlimit: 10,
			});
			const page = answer.query?.pages?.[0] as { missing?: boolean; revisions?: Revision[] } | undefined;
			const history = (page?.revisions ?? []).map(({ revid, parentid, comment = '', slots }) => ({
				id: revid,
				parent: parentid,
				summary: comment,
				text: slots?.main?.content ?? '',
			}));
			return { text: history[0]?.text ?? null, history };
		},
		async save(title, text, summary, since) {
			const saved = await wiki.request({
				action: 'edit',
				title,
				text,
				summary,
				token: await wiki.getCsrfToken(),
				...(since.history[0] ? { baserevid: since.history[0].id } : { createonly: true }),
			});
			return Number((saved['edit'] as { newrevid?: number } | undefined)?.newrevid ?? 0);
		},
	};
}
