/** An address of an operator that is told something: a double, since the real one is somebody's pager. */
import { createServer } from 'node:http';

export interface WebhookDouble {
	readonly url: string;
	/** Path and body of each call that it took. */
	readonly told: string[];
	/** Answers with a fault while it is true. */
	isDown: boolean;
	stop(): Promise<void>;
}

export async function startWebhook(): Promise<WebhookDouble> {
	const made = { told: [] as string[], isDown: false };
	const server = createServer((request, answer) => {
		let body = '';
		request.on('data', (part: Buffer) => (body += part.toString()));
		request.on('end', () => {
			if (made.isDown) return void answer.writeHead(503).end();
			made.told.push(`${request.url} ${body}`);
			answer.end();
		});
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const address = server.address();
	const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/told`;
	return Object.assign(made, {
		url,
		stop() {
			server.closeAllConnections();
			return new Promise<void>((done) => server.close(() => done()));
		},
	});
}
