/** Runs in the browser under test: the real panel and vault, with a page and a keeper that answer as the test says. */
import { allVerbs, type AllVerbs } from '../../../src/contract/all-verbs.ts';
import { keeperVerbs, type ConfigView } from '../../../src/contract/keeper.ts';
import {
	pageVerbs,
	panelVerbs,
	type Intent,
	type PageFacts,
	type PageVerbs,
} from '../../../src/contract/page-panel.ts';
import type { RecentEdit } from '../../../src/contract/recent-edits.ts';
import { answer, clientOf, type Handlers, type ReplyOf } from '../../../src/contract/port.ts';
import { done, failed, type ProblemKey } from '../../../src/contract/problem.ts';
import type { Confirmation, PublicKey } from '../../../src/domain/keys/model.ts';
import { createVault } from '../../../src/keeper/vault/vault.ts';
import { mountPanel } from '../../../src/panel/main.tsx';
import { handlerKeysOf } from '../../../src/panel/sealing/key-material.ts';
import { actOf, type AtAct } from './act.ts';
import { backendOf, type AtBackend } from './backend.ts';
import { deskOf, type AtDesk } from './desk.ts';
import { outboxOf } from './outbox.ts';
import { reviewOf, type AtReview } from './review.ts';
import { teamOf, type AtTeam } from './team.ts';
import { uploadOf, type AtUpload } from './upload.ts';

declare const trustedTypes: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): object };

// What starts by its address is a worker of ours; nothing else is let through.
trustedTypes.createPolicy('default', { createScriptURL: (url) => url });

type Ways = ReplyOf<AllVerbs, 'emergencyWays'>;

/** What a test may set; anything else has a usual value. */
export interface Wishes extends AtDesk, AtTeam, AtReview, AtAct, AtUpload {
	facts?: Partial<PageFacts>;
	asksConsent?: boolean;
	strength?: 'extension' | 'gadget';
	user?: string | null;
	offline?: boolean;
	/** Verbs that answer with a problem. */
	problems?: Partial<Record<keyof AllVerbs, ProblemKey>>;
	/** Verbs that answer only after so many milliseconds. */
	slow?: Partial<Record<keyof AllVerbs, number>>;
	off?: ConfigView['config']['off'];
	recipients?: { name: string; team: string; age: string; id: string; fresh?: boolean }[];
	leftOut?: { name: string; reason: 'named' | 'no-key' | 'waiting' | 'own-report' | 'removed'; until?: string }[];
	passedOver?: { team: string; eligible: number }[];
	roles?: string[];
	signedIn?: boolean;
	signInUrl?: string;
	/** The backend's origin, where the sign-in window's code must come from. */
	origin?: string;
	/** How far the backend's clock is ahead; without it, the backend is out of reach. */
	clockAheadMs?: number;
	/** Keys that the backend signs with. */
	receiptKeys?: { id: string; key: string; since: string }[];
	ownKey?: { key: PublicKey; confirms: Confirmation[] } | null;
	/** Names and age keys of custodians; without them nobody keeps a name. */
	custodians?: { name: string; age: string; id: string }[];
	ways?: Partial<Ways>;
	/** Somebody's edits by name, in as many answers as the wiki gives them. */
	edits?: Record<string, RecentEdit[][]>;
	/** Whether the wiki mutes somebody when it is asked to. */
	mutes?: boolean;
	waiting?: { subject: string; name: string; since: string; until: string }[];
	/** Reports that the backend has, to be followed. */
	followed?: AtBackend[];
}

const originOf = (): string => wishes.origin ?? 'https://haven.example.org';
const vault = createVault();
const calls: { verb: string; args: unknown }[] = [];
let wishes: Wishes = {};
let signedIn = false;

const sessionOf = (wiki: string) => ({
	wiki,
	user: wishes.user ?? 'Handler One',
	roles: wishes.roles ?? [],
	until: '2099-01-01T00:00:00Z',
});
/** Verbs that no test of the panel alone needs are not answered. */
const standing = { work: { bits: 0 }, tokens: null };

const keeper: Partial<Handlers<AllVerbs>> = {
	config: () =>
		done({
			config: {
				wikihaven: 1,
				backend: { origin: originOf(), operator: 'Example Trust' },
				teams: { admins: { name: 'Administrators', members: ['Anna', 'Bo'] } },
				routes: { conduct: ['admins'] },
				off: wishes.off ?? [],
				policies: [{ title: 'Project:Civility', label: 'Civility' }],
				helpPage: 'Project:Help',
			},
			revision: 7,
			origin: originOf(),
			waitingOrigin: null,
		} satisfies ConfigView),
	wikiUser: () => done({ user: wishes.user ?? null }),
	about: ({ origin }) => {
		if (wishes.clockAheadMs === undefined && !wishes.receiptKeys) return failed('backend-unreachable');
		const now = new Date(Date.now() + (wishes.clockAheadMs ?? 0)).toISOString();
		return done({
			origin,
			operator: 'Example Trust',
			version: '1',
			now,
			wikis: [],
			staff: [],
			receiptKeys: wishes.receiptKeys ?? [],
			standing,
		});
	},
	custodians: () =>
		wishes.custodians
			? done({
					recipients: wishes.custodians.map(({ name, age, id }) => ({
						name,
						team: 'staff:custodian',
						key: { id, age },
						trust: 'pinned' as const,
						fresh: false,
					})),
					leftOut: [],
					passedOver: [],
					configRevision: 7,
				})
			: failed('no-recipients'),
	emergencyWays: () =>
		done({
			email: null,
			wikiEmail: null,
			incident: false,
			pages: [{ title: 'Project:Help' }, { title: 'Project:Civility', label: 'Civility' }],
			...wishes.ways,
		}),
	recentEdits: ({ user, after = '0' }) => {
		const answers = wishes.edits?.[user] ?? [];
		const next = Number(after) + 1;
		return done({ edits: answers[next - 1] ?? [], next: next < answers.length ? String(next) : null });
	},
	mute: () => done({ notifications: wishes.mutes ?? true }),
	wikiEmail: () => done({}),
	handOff: () => done({}),
	attest: () => failed('not-signed-in'),
	recipients: () =>
		done({
			recipients: (wishes.recipients ?? []).map(({ name, team, age, id, fresh = false }) => ({
				name,
				team,
				key: { id, age },
				trust: fresh ? ('first' as const) : ('pinned' as const),
				fresh,
			})),
			leftOut: wishes.leftOut ?? [],
			passedOver: wishes.passedOver ?? [],
			configRevision: 7,
		}),
	confirm: ({ target }) =>
		done({
			target,
			permalink: `${target.wiki}/index.php?title=Talk&oldid=41`,
			addedBy: { revision: 41, parent: 40, user: target.author, at: '2026-11-20T10:00:00Z' },
			wikitext: target.quote,
			state: 'confirmed' as const,
		}),
	wikiData: () => failed('wiki-unreachable'),
	rendered: () => failed('wiki-unreachable'),
	flush: () => outboxOf(vault, wishes.offline ?? false),
	...backendOf(vault, () => wishes.followed ?? []),
	reportStatus: async ({ id }) => {
		const followed = wishes.followed?.find(({ thread }) => thread.status.id === id);
		if (followed) return done(followed.thread.status);
		const receipt = (await vault.get('reports', id))?.receipt;
		if (!receipt) return failed('not-found');
		const now = new Date().toISOString();
		return done({
			id,
			state: 'in-review' as const,
			since: now,
			now,
			receipt,
			due: null,
			appeal: 'none' as const,
			decidedBy: [],
			badFaith: false,
			feedback: null,
			lastAnswer: null,
		});
	},
	startSignIn: () => done({ url: wishes.signInUrl ?? 'about:blank' }),
	redeem: ({ wiki }) => {
		signedIn = true;
		return done(sessionOf(wiki));
	},
	session: ({ wiki }) => done(signedIn || wishes.signedIn ? sessionOf(wiki) : null),
	signOut: () => {
		signedIn = false;
		wishes.signedIn = false;
		return done({});
	},
	...deskOf(() => wishes),
	...reviewOf(() => wishes),
	...teamOf(() => wishes),
	...actOf(() => wishes),
	...uploadOf(() => wishes),
	publishKey: ({ key, confirms }) => {
		wishes.ownKey = { key, confirms };
		return done({ revision: 99, page: 'User:Handler One/Wikihaven.json' });
	},
	ownKey: () => done(wishes.ownKey ?? null),
	waiting: () => done(wishes.waiting ?? []),
};
const page: Handlers<PageVerbs> = {
	facts: () => failed('cancelled'),
	close: () => done({}),
	api: () => failed('forbidden'),
	switchedOff: () => done({}),
	handOff: () => failed('forbidden'),
	leave: () => done({}),
	appear: () => done({}),
	sharedFiles: () => failed('forbidden'),
};

const pageClient = clientOf(pageVerbs, async (request) => {
	calls.push(request);
	return answer(pageVerbs, page, request);
});
const send = async (request: { verb: string; args: unknown }): Promise<unknown> => {
	calls.push(request);
	const verb = request.verb as keyof AllVerbs;
	await new Promise((go) => setTimeout(go, wishes.slow?.[verb] ?? 0));
	const problem = wishes.problems?.[verb];
	return problem ? failed(problem) : answer(allVerbs, keeper as Handlers<AllVerbs>, request);
};

const world = {
	calls,
	vault,
	/** Puts a handler's keys on this device. */
	restore: async (user: string, secret: string): Promise<void> =>
		vault.keepHandlerKeys(`https://wiki.example.org/w|${user}`, await handlerKeysOf(secret)),
	wishes: (): Wishes => wishes,
	start(given: Wishes): void {
		wishes = given;
		const root = document.getElementById('panel');
		if (!root) return;
		const life = new AbortController();
		const handlers = mountPanel(root, {
			page: pageClient,
			keeper: clientOf(keeperVerbs, send),
			keeperFor: (verbs) => clientOf(verbs, send),
			vault,
			facts: {
				wiki: 'https://wiki.example.org/w',
				articlePath: '/wiki/$1',
				title: 'Talk:Rivers',
				revision: 41,
				language: 'en',
				dir: 'ltr',
				theme: 'day',
				skin: 'vector-2022',
				user: null,
				...given.facts,
			},
			origin: location.origin,
			asksConsent: given.asksConsent ?? false,
			strength: given.strength ?? 'extension',
			asset: (name) => new URL(name, location.href).href,
			signal: life.signal,
		});
		world.open = (intent) => answer(panelVerbs, handlers, { verb: 'open', args: intent });
		world.factsChanged = (facts) => answer(panelVerbs, handlers, { verb: 'factsChanged', args: facts });
	},
	open: (intent: Intent): Promise<unknown> => Promise.reject(new Error(`not started: ${intent.system}`)),
	factsChanged: (facts: PageFacts): Promise<unknown> => Promise.reject(new Error(`not started: ${facts.wiki}`)),
};
export type World = typeof world;
Object.assign(globalThis, { world });
