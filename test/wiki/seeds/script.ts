/** The form of a seeded discussion, and how it is played: each line is saved by its own author. */
import { password } from './people.ts';
import { Person } from '../person.ts';

/** One edit: author, text, and the heading when it opens a new section. Comments are signed when saved. */
export interface Line {
	by: string;
	text: string;
	heading?: string;
}

export interface Discussion {
	title: string;
	lines: readonly Line[];
}

/** The seeded people, logged in once each. */
export class Cast {
	private readonly base: string;
	private readonly known = new Map<string, Person>();

	constructor(base: string) {
		this.base = base;
	}

	async get(name: string): Promise<Person> {
		const known = this.known.get(name) ?? (await new Person(this.base, name).login(name, password));
		this.known.set(name, known);
		return known;
	}
}

/** Saves a discussion line by line. The signature is four tildes, so the wiki itself signs and DiscussionTools sees it. */
export async function play(cast: Cast, { title, lines }: Discussion): Promise<void> {
	for (const { by, text, heading } of lines) {
		const person = await cast.get(by);
		const signed = `${text} ~~~~`;
		await (heading === undefined ? person.append(title, `\n${signed}`) : person.append(title, signed, heading));
	}
}
