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
			bot: { user: 'Account@wikihaven, from Special:BotPasswords', passwordFile: '/var/lib/wikihaven/bot-password' },
		},
	],
	staff: [],
	extensions: { chrome: [], firefox: true },
	rates: {
		read: { points: 600, seconds: 60 },
		send: { points: 3000, seconds: 600 },
		report: { points: 60, seconds: 600 },
		threat: { points: 60, seconds: 600 },
		token: { points: 300, seconds: 600 },
		follow: { points: 60, seconds: 600 },
		signIn: { points: 30, seconds: 600 },
	},
	duty: { webhooks: [{ url: 'https://rota.example.org/alert', tokenFile: '/var/lib/wikihaven/rota-token' }] },
	standing: { workBits: 16, tokensPerDay: 10, slowedPerDay: 1 },
	retention: { withdrawn: 30, decided: 730, urgent: 1095, undecided: 1095 },
	upload: {
		legalContact: { name: 'Who answers for it in law', email: 'legal@example.org' },
		// Each list is used once its agreement is named: `agreement: 'number and date'`.
		lists: [
			{
				id: 'ncmec',
				class: 'child-abuse',
				format: 'ncmec-v2',
				threshold: 31,
				source: {
					url: 'https://report.cybertip.org/hashsharing',
					login: { user: 'name', passwordFile: '/var/lib/wikihaven/ncmec-password' },
				},
			},
			{ id: 'tat', class: 'terrorism', format: 'tat-json', threshold: 20 },
		],
		classes: {},
		followSeconds: 15,
		dutyRota: { url: 'https://rota.example.org/alert', tokenFile: '/var/lib/wikihaven/rota-token' },
		cyberTipline: {
			mode: 'test',
			login: { user: 'name', passwordFile: '/var/lib/wikihaven/cybertip-password' },
			reporter: { firstName: 'First', lastName: 'Last', email: 'safety@example.org' },
		},
	},
	logLevel: 'info',
} satisfies BackendConfigInput;
