/** What a wiki configures on MediaWiki:Wikihaven.json: backend, teams, routes, policies, switches. */
import type { Deadlines } from '../report/deadlines.ts';
import type { RouteId } from '../report/kinds.ts';
import type { Duty } from './duty.ts';

/** The systems that can be switched off one by one. */
export const systemIds = ['report', 'case', 'ignore', 'conduct', 'training', 'upload', 'election', 'metrics'] as const;
export type SystemId = (typeof systemIds)[number];

/** The page a wiki's configuration lives on. */
export const configPage = 'MediaWiki:Wikihaven.json';

/** The subpage of a handler's own user page that publishes their keys. */
export const keyPageSuffix = '/Wikihaven.json';

/** Where a route leads: a team of this wiki, or staff as the backend's own configuration names them. */
export type RouteTarget = string;

/** Staff are named by the backend's own configuration, out of any wiki admin's reach: `staff:child-safety`. */
export const staffPrefix = 'staff:';

export interface Team {
	/** What people call it, in the wiki's language. */
	readonly name: string;
	/** User names without namespace, spaces not underscores. */
	readonly members: readonly string[];
}

export interface WikiConfig {
	/** Version of this format. */
	readonly wikihaven: 1;
	readonly backend: {
		/** Scheme, host, port: `https://haven.example.org`. */
		readonly origin: string;
		/** Who runs it, as shown when consent is asked. */
		readonly operator: string;
	};
	readonly teams: Readonly<Record<string, Team>>;
	/** For each route the targets in order; every eligible member of the first target that has any receives the report. */
	readonly routes: Readonly<Partial<Record<RouteId, readonly RouteTarget[]>>>;
	/** Switched off systems; `all` switches everything off. */
	readonly off: readonly (SystemId | 'all')[];
	/** Pages with the wiki's own rules, and where to turn without Wikihaven: titles. */
	readonly policies: readonly { readonly title: string; readonly label?: string | undefined }[];
	readonly helpPage?: string | undefined;
	/** What is not said is as `usualDeadlines` has it. */
	readonly deadlines?: { readonly [term in keyof Deadlines]?: number | undefined } | undefined;
	/** Who is told first that something waits, and when the next are. */
	readonly duty?: Duty | undefined;
	/** Where to turn in an emergency without any backend. */
	readonly emergency?: { readonly email?: string | undefined; readonly user?: string | undefined } | undefined;
	/** Wikitext for talk pages. */
	readonly notices?: readonly { readonly label: string; readonly text: string }[] | undefined;
	/** Pages that help people who are hurt. */
	readonly support?: readonly { readonly title: string; readonly label?: string | undefined }[] | undefined;
}

/** Whether a system is switched on by a configuration. */
export function isOn(config: Pick<WikiConfig, 'off'>, system: SystemId): boolean {
	return !config.off.includes('all') && !config.off.includes(system);
}
