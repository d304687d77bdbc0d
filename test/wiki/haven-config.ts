/** What the test wiki says on MediaWiki:Wikihaven.json. */
import type * as v from 'valibot';
import type { WikiConfigSchema } from '../../src/contract/config.ts';

export type WrittenConfig = v.InferInput<typeof WikiConfigSchema>;

/** The configuration for a backend at this origin, with the seeded people in its teams; `change` replaces whole fields. */
export function wikihavenConfig(origin: string, change: Partial<WrittenConfig> = {}): WrittenConfig {
	return {
		wikihaven: 1,
		backend: { origin, operator: 'The Wikihaven demo on this machine' },
		teams: {
			handlers: { name: 'Report handlers', members: ['Mira', 'Tomás'] },
			oversight: { name: 'Oversighters', members: ['Oluchi'] },
			arbitrators: { name: 'Arbitrators', members: ['Nadia', 'Ivo'] },
		},
		routes: {
			conduct: ['handlers', 'arbitrators'],
			threat: ['handlers', 'staff:safety'],
			'child-safety': ['staff:child-safety'],
			'private-data': ['oversight', 'staff:safety'],
			office: ['arbitrators', 'staff:safety'],
		},
		off: [],
		policies: [{ title: 'Project:Code of conduct' }, { title: 'Project:Civility' }],
		helpPage: 'Project:Where to report',
		...change,
	};
}
