/** NCMEC Hash Sharing v2: entries of pictures and videos with fingerprints, tombstones, feedback of members, paging (XML). */
import { SaxesParser } from 'saxes';
import { broken, hashRecord, type ListRecord } from './record.ts';

interface Entry {
	readonly tag: string;
	member: string;
	id: string;
	classification: string;
	readonly hashes: [kind: string, text: string][];
	/** By the kind of hash that members spoke of, lower case: how many for it and against it. */
	readonly votes: Map<string, { for: number; against: number }>;
}

const entryTags = /^(?:image|video|deletedImage|deletedVideo)$/;
/** A text of an entry is a hash or an id. */
const longest = 4_000;
/** Characters without a single tag, and tags within tags: no list has so many. */
const longestRun = 1_000_000;
const deepest = 100;

function recordsOf(entry: Entry): ListRecord[] {
	if (entry.id === '') return [broken];
	const source = `${entry.tag.replace(/^deleted/, '').toLowerCase()}/${entry.member}/${entry.id}`;
	if (entry.tag.startsWith('deleted')) return [{ type: 'gone', source }];
	return entry.hashes.map(([kind, text]) => {
		const votes = entry.votes.get(kind.toLowerCase());
		const label = entry.classification;
		return hashRecord(kind, text, { source, label, votesFor: votes?.for ?? 0, votesAgainst: votes?.against ?? 0 });
	});
}

export class NcmecReader {
	/** Path and query of the next page, once all is read; null at the end. */
	next: string | null = null;
	/** Newest change in it. */
	newest: string | null = null;
	readonly #out: ListRecord[] = [];
	readonly #path: string[] = [];
	#entry: Entry | null = null;
	#text = '';
	/** Characters since a tag has ended. */
	#run = 0;
	#feedback: { kind: string; side: 'for' | 'against' } | null = null;

	/** Throws where it is not XML: then the page is not to be used. */
	async *read(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ListRecord[]> {
		const parser = new SaxesParser();
		parser.on('error', (error) => {
			throw error;
		});
		parser.on('opentag', ({ name, attributes }) => this.#open(name.replace(/^.*:/, ''), attributes));
		const take = (text: string): void => {
			if (this.#text.length < longest) this.#text += text;
		};
		parser.on('text', take);
		parser.on('cdata', take);
		parser.on('closetag', () => this.#close());
		const decoder = new TextDecoder();
		for await (const part of bytes) {
			const text = decoder.decode(part, { stream: true });
			parser.write(text);
			// The parser keeps a text or a tag until it ends.
			if ((this.#run += text.length) > longestRun || this.#path.length > deepest) throw new RangeError('not a list');
			yield this.#out.splice(0);
		}
		parser.close();
		yield this.#out.splice(0);
	}

	#open(tag: string, attributes: Record<string, string>): void {
		this.#path.push(tag);
		this.#run = 0;
		this.#text = '';
		const entry = this.#entry;
		if (entryTags.test(tag) && !entry) {
			this.#entry = { tag, member: '', id: '', classification: '', hashes: [], votes: new Map() };
		} else if (entry && tag === 'member' && this.#path.at(-2) === entry.tag) entry.member = attributes['id'] ?? '';
		else if (entry && /^(?:affirmative|negative)Feedback$/.test(tag)) {
			const kind = (attributes['type'] ?? '').toLowerCase();
			this.#feedback = { kind, side: tag.startsWith('a') ? 'for' : 'against' };
		} else if (entry && this.#feedback && tag === 'member') {
			const { kind, side } = this.#feedback;
			const votes = entry.votes.get(kind) ?? { for: 0, against: 0 };
			votes[side]++;
			entry.votes.set(kind, votes);
		} else if (attributes['maxTimestamp'] && (tag === 'images' || tag === 'videos')) {
			this.newest = [this.newest ?? '', attributes['maxTimestamp']].sort().at(-1) ?? null;
		}
	}

	#close(): void {
		const tag = this.#path.pop() ?? '';
		this.#run = 0;
		const [entry, text] = [this.#entry, this.#text.trim()];
		const within = this.#path.at(-1);
		this.#text = '';
		if (tag === 'next' && within === 'paging') this.next = text === '' ? null : text;
		if (!entry) return;
		if (tag === entry.tag && this.#path.at(-1) !== entry.tag) {
			this.#out.push(...recordsOf(entry));
			this.#entry = null;
		} else if (tag === 'id' && within === entry.tag) entry.id = text;
		else if (tag === 'classification' && within === entry.tag) entry.classification = text;
		else if (within === 'fingerprints' && text !== '') entry.hashes.push([tag, text]);
		else if (tag.endsWith('Feedback')) this.#feedback = null;
	}
}
