/** A jar for the cookies of one test wiki, as a browser would keep them for one host. */

export interface Cookie {
	name: string;
	value: string;
}

export class Jar {
	private readonly held = new Map<string, string>();

	/** Takes what an answer sets or deletes. */
	take(answer: Response): void {
		for (const line of answer.headers.getSetCookie()) {
			const pair = line.split(';')[0] ?? '';
			const at = pair.indexOf('=');
			const name = pair.slice(0, at);
			const gone = /;\s*max-age=0|expires=thu, 01.jan.1970/i.test(line);
			if (gone) this.held.delete(name);
			else this.held.set(name, pair.slice(at + 1));
		}
	}

	/** The value of a Cookie request header. */
	header(): string {
		return [...this.held].map(([name, value]) => `${name}=${value}`).join('; ');
	}

	/** All cookies, to be given to a browser. */
	list(): Cookie[] {
		return [...this.held].map(([name, value]) => ({ name, value }));
	}
}
