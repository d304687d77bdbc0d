/** The panel's side of opening: waits for the page's first message, and takes the port only when it is admitted. */
import * as v from 'valibot';
import { HelloSchema } from '../contract/runtime.ts';

/** Resolves with the port of the first message that `admit` accepts; whatever else arrives changes nothing. */
export function takePort(admit: (origin: string, ticket: string | null) => Promise<boolean>): Promise<MessagePort> {
	return new Promise((give) => {
		const listening = new AbortController();
		const listen = async (event: MessageEvent): Promise<void> => {
			const hello = v.safeParse(HelloSchema, event.data);
			const port = event.ports[0];
			// Only who embeds us can open us: not a frame inside, not a window that holds a reference.
			if (!hello.success || !port || event.source !== window.parent || window.parent === window) return;
			if (!(await admit(event.origin, hello.output.ticket)) || listening.signal.aborted) return;
			listening.abort();
			give(port);
		};
		window.addEventListener('message', (event) => void listen(event), { signal: listening.signal });
	});
}
