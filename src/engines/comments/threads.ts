/** Who answers whom: by the depth of lists, from heading to heading. */

/** Gives the parent of each comment of a section as it comes: the nearest earlier one that stands further out, else -1. */
export class Threads {
	private above: { level: number; index: number }[] = [];

	reset(): void {
		this.above = [];
	}

	parentOf(level: number, index: number): number {
		while ((this.above.at(-1)?.level ?? 0) >= level) this.above.pop();
		const parent = this.above.at(-1)?.index ?? -1;
		this.above.push({ level, index });
		return parent;
	}
}
