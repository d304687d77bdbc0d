/** Several indexes of PDQ hashes under names, as a thread keeps them: one a list, so that each has its own reach. */
import { unpackViews } from '../../contract/upload-views.ts';
import { HammingBlock } from '../../engines/hamming/block.ts';
import { HammingIndex, worthIndexing } from '../../engines/hamming/index.ts';

/** A list's entry near one of the hashes that were asked for; `view` is the place of that hash among them. */
export interface Near {
	readonly list: string;
	/** As it was named when added. */
	readonly n: number;
	readonly distance: number;
	readonly view: number;
}

/** So many hashes an index is made for at least; one that grows to eight times its plan is made anew. */
const smallest = 65_536;

interface Table {
	index: HammingIndex;
	expected: number;
	/** Names by the index's own numbers. */
	readonly names: number[];
}

const bytesOf = (hashes: Uint8Array, at: number): Uint8Array => hashes.subarray(at * 32, at * 32 + 32);

export class IndexTables {
	readonly #tables = new Map<string, Table>();
	#block: HammingBlock | null = null;

	/** Hashes one after another, and as many names. */
	add(list: string, names: Float64Array, hashes: Uint8Array): void {
		const table = this.#table(list, names.length);
		names.forEach((name, at) => (table.names[table.index.add(bytesOf(hashes, at))] = name));
	}

	/** The same hashes and names again: what is not there is passed over. */
	remove(list: string, names: Float64Array, hashes: Uint8Array): void {
		const table = this.#tables.get(list);
		names.forEach((name, at) => {
			const same = table?.index.search(bytesOf(hashes, at), 0) ?? [];
			const found = same.find(({ id }) => table?.names[id] === name);
			if (table && found) {
				table.index.remove(found.id);
				table.names[found.id] = -1;
			}
		});
	}

	/** Everything near any of the hashes, for each entry the nearest; `reach` says which lists, and how far in each. */
	search(hashes: Uint8Array, reach: readonly (readonly [list: string, radius: number])[]): Near[] {
		const best = new Map<string, Near>();
		for (const [list, radius] of reach) {
			const table = this.#tables.get(list);
			if (!table) continue;
			for (let view = 0; view * 32 < hashes.length; view++) {
				for (const { id, distance } of table.index.search(bytesOf(hashes, view), radius)) {
					const n = table.names[id] ?? -1;
					const known = best.get(`${list}:${n}`);
					if (!known || distance < known.distance) best.set(`${list}:${n}`, { list, n, distance, view });
				}
			}
		}
		return [...best.values()].sort((a, b) => a.distance - b.distance);
	}

	/** Makes a table `into` of a list's entries named after `after`: to compare stored files with what is new alone. */
	takeNewer(list: string, after: number, into: string): number {
		this.#tables.delete(into);
		const table = this.#tables.get(list);
		const newer = [...(table?.names.entries() ?? [])].filter(([, name]) => name > after);
		const hashes = new Uint8Array(newer.length * 32);
		newer.forEach(([id], at) => table && hashes.set(table.index.get(id), at * 32));
		const names = Float64Array.from(newer, ([, name]) => name);
		if (newer.length > 0) this.add(into, names, hashes);
		return newer.length;
	}

	/** Which of many packed views come near any entry of a list: their places among them. */
	sift(list: string, radius: number, packed: Uint8Array): number[] {
		const index = this.#tables.get(list)?.index;
		if (!index) return [];
		const { ids, hashes } = unpackViews(packed);
		if (index.size >= worthIndexing) {
			return [...ids.keys()].filter((view) => index.search(bytesOf(hashes, view), radius).length > 0);
		}
		const wanted = Array.from({ length: index.size }, (_, id) => index.get(id));
		this.#block ??= new HammingBlock();
		return this.#block.near(hashes, wanted, radius);
	}

	drop(list: string): void {
		this.#tables.delete(list);
	}

	size(list: string): number {
		return this.#tables.get(list)?.index.size ?? 0;
	}

	#table(list: string, more: number): Table {
		const table = this.#tables.get(list);
		const size = (table?.index.size ?? 0) + more;
		if (table && size <= table.expected * 8) return table;
		const expected = Math.max(smallest, size);
		const made: Table = { index: new HammingIndex(expected), expected, names: [] };
		for (const [id, name] of table?.names.entries() ?? []) {
			if (name >= 0) made.names[made.index.add(table?.index.get(id) ?? new Uint8Array(32))] = name;
		}
		this.#tables.set(list, made);
		return made;
	}
}
