/** A configuration with every setting in it, to begin from. */
import type { BackendConfigInput } from '../../backend/config.ts';

/** Not complete on purpose: without a recovery key of one's own it is refused, with the command that makes one. */
export const exampleConfig = {
	publicOrigin: 'https://haven.example.org',
	operator: 'The people who run haven.example.org',
	listen: { host: '127.0.0.1', port: 8140 },
	trustedProxies: 1,
	store: { kind: 'sqlite', path: '/var/lib/wikihaven/haven.sqlite' },
	keyFolder: '/var/lib/wikihaven/keys',
	panelFolder: 'dist/panel',
	wikis: [
		{
			base: 'https://wiki.example.org/w',
			oauth: { clientId: 'from Special:OAuthConsumerRegistration', clientSecretEnv: 'WIKIHAVEN_OAUTH_SECRET' },
		},
	],
	staff: [],
	extensions: { chrome: [], firefox: true },
	rates: {
		read: { points: 600, seconds: 60 },
		report: { points: 60, seconds: 600 },
		signIn: { points: 30, seconds: 600 },
	},
	standing: { workBits: 16, tokensPerDay: 10, slowedPerDay: 1 },
	logLevel: 'info',
} satisfies BackendConfigInput;
