/** Checks a person against the test wiki and gives the claims that Extension:OAuth would make of them. */
import { Api } from '../api.ts';

/** Source: Extension:OAuth, the fields that `resource/profile` answers. */
export interface Claims {
	sub: number;
	username: string;
	editcount: number;
	confirmed_email: boolean;
	blocked: boolean;
	/** YYYYMMDDHHMMSS, UTC. */
	registered: string;
	groups: string[];
	rights: string[];
}

/** Null where the wiki does not take the password. */
export type CheckPerson = (username: string, password: string) => Promise<Claims | null>;

interface UserInfo {
	id: number;
	name: string;
	editcount: number;
	emailauthenticated?: string;
	blockid?: number;
	registrationdate?: string;
	groups: string[];
	rights: string[];
}

/** Asks the wiki at this origin, by action=clientlogin, as a browser would. */
export function checkAtWiki(origin: string): CheckPerson {
	return async (username, password) => {
		const api = new Api(origin);
		try {
			await api.login(username, password);
		} catch {
			return null;
		}
		const uiprop = 'groups|rights|editcount|email|registrationdate|blockinfo';
		const answer = (await api.get({ action: 'query', meta: 'userinfo', uiprop })) as { query: { userinfo: UserInfo } };
		const { userinfo } = answer.query;
		return {
			sub: userinfo.id,
			username: userinfo.name,
			editcount: userinfo.editcount,
			confirmed_email: Boolean(userinfo.emailauthenticated),
			blocked: userinfo.blockid !== undefined,
			registered: (userinfo.registrationdate ?? '').replace(/\D/g, ''),
			groups: userinfo.groups,
			rights: userinfo.rights,
		};
	};
}
