/** Finds ports of this machine that nothing listens on. */
import { createServer } from 'node:net';

function listen(port: number): Promise<number | undefined> {
	return new Promise((resolve) => {
		const server = createServer();
		server.on('error', () => resolve(undefined));
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
		});
	});
}

/** Whether a server could listen on the port of 127.0.0.1 now. */
export async function isFree(port: number): Promise<boolean> {
	return (await listen(port)) !== undefined;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
	const port = await listen(0);
	if (!port) throw new Error('This machine has no free port on 127.0.0.1.');
	return port;
}
