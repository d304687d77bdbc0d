/** Who calls: a route's access rule checked against the Authorization header. */
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { Access } from '../../contract/routes.ts';
import type { Session } from '../../contract/session.ts';
import type { Services } from '../services.ts';
import { reviewedBy } from '../../domain/upload/classes.ts';
import { findSession } from '../store/sessions.ts';
import { custodianRoles } from './custodian.ts';
import { rolesOf } from './handler.ts';
import { recoveryRole } from './recovery.ts';
import { hashOf, openName } from './seal.ts';

export interface SignedIn extends Session {
	/** How the store names the session. */
	readonly tokenHash: string;
}

export interface Callers {
	anyone: null;
	/** SHA-256 of the capability, base64url. */
	capability: string;
	session: SignedIn;
	handler: SignedIn;
	custodian: SignedIn;
	reviewer: SignedIn;
	recovery: SignedIn;
}

function secretOf(header: string | undefined, scheme: string): string | null {
	const [given, secret, ...rest] = (header ?? '').split(' ');
	if (given?.toLowerCase() !== scheme || rest.length > 0) return null;
	return secret !== undefined && /^[A-Za-z0-9_-]{43}$/.test(secret) ? secret : null;
}

async function signedIn(services: Services, header: string | undefined): Promise<Outcome<SignedIn>> {
	const token = secretOf(header, 'bearer');
	const row = token === null ? undefined : await findSession(services.store.db, hashOf(token));
	if (token === null || row === undefined) return failed('not-signed-in');
	if (row.until <= services.now()) return failed('session-expired');
	// A wiki that left the configuration takes its sessions along.
	if (!services.config.wikis.some((wiki) => wiki.base === row.wiki)) return failed('not-signed-in');
	const person = { wiki: row.wiki, user: openName(token, row.person) };
	const roles = await rolesOf(services.config, services.directory, person);
	// While the wiki cannot be asked a person stays signed in, with no role.
	return done({
		...person,
		roles: roles.ok ? roles.value : [],
		until: new Date(row.until).toISOString(),
		tokenHash: row.token,
	});
}

const checks: {
	readonly [A in Access]: (services: Services, header: string | undefined) => Promise<Outcome<Callers[A]>>;
} = {
	anyone: () => Promise.resolve(done(null)),
	capability: (_, header) => {
		const secret = secretOf(header, 'capability');
		return Promise.resolve(secret === null ? failed('forbidden') : done(hashOf(secret)));
	},
	session: signedIn,
	async handler(services, header) {
		const session = await signedIn(services, header);
		return session.ok && !session.value.roles.includes('handler') ? failed('forbidden') : session;
	},
	async reviewer(services, header) {
		const session = await signedIn(services, header);
		return session.ok && reviewedBy(session.value.roles).length === 0 ? failed('forbidden') : session;
	},
	async recovery(services, header) {
		const session = await signedIn(services, header);
		return session.ok && !session.value.roles.includes(recoveryRole) ? failed('forbidden') : session;
	},
	async custodian(services, header) {
		const session = await signedIn(services, header);
		const isOne = session.ok && session.value.roles.some((role) => custodianRoles.includes(role));
		return session.ok && !isOne ? failed('forbidden') : session;
	},
};

export function callerOf<A extends Access>(
	access: A,
	services: Services,
	header: string | undefined,
): Promise<Outcome<Callers[A]>> {
	return checks[access](services, header);
}
