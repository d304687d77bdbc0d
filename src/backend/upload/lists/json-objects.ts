/** The objects of a JSON stream one by one: those of an array, of an array inside an outer object, or one a line. */

/** Longer texts are no entry of any list; also for what stands around the array. */
const longest = 65_536;

/** Finds where objects begin and end by brackets and quotes alone; whether they are JSON is for the parser to say. */
export class ObjectFinder {
	/** The outer object without the entries of its array: `{"data":[],"after":"x"}`; empty where there is none. */
	around = '';
	readonly #own: RegExp;
	#text = '';
	#depth = 0;
	/** The depth inside the array of entries; 0 while none is open. */
	#array = 0;
	#mayBeEntries = false;
	#isString = false;
	#isEscaped = false;
	#isTooLong = false;
	#isStray = false;
	#hasOpened = false;

	/** `names`: an object that has one of these before an array is an entry itself, whatever is in the array. */
	constructor(names: readonly string[]) {
		this.#own = new RegExp(`"(?:${names.join('|')})"\\s*:`, 'i');
	}

	/** Whether there was JSON, and all that was opened has been closed. */
	get isWhole(): boolean {
		return this.#hasOpened && this.#depth === 0 && !this.#isString;
	}

	/** Texts of the objects that end in this part; null for one that is too long, and for a line that is no JSON. */
	take(part: string): (string | null)[] {
		const out: (string | null)[] = [];
		for (const char of part) {
			if (this.#isString) this.#inString(char);
			else if (this.#mayBeEntries && /\S/.test(char)) {
				this.#mayBeEntries = false;
				if (char === '{' && !this.#own.test(this.#text)) {
					this.around = this.#text;
					this.#text = '';
					this.#array = this.#depth;
				}
				this.#outside(char, out);
			} else this.#outside(char, out);
		}
		return out;
	}

	#inString(char: string): void {
		this.#keep(char);
		if (this.#isEscaped) this.#isEscaped = false;
		else if (char === '\\') this.#isEscaped = true;
		else if (char === '"') this.#isString = false;
	}

	#outside(char: string, out: (string | null)[]): void {
		if (this.#depth === 0) this.#between(char, out);
		if (char === '[' && this.#depth === 0) this.#array = this.#depth = 1;
		else if (char === '{' || char === '[') {
			this.#depth++;
			this.#keep(char);
			this.#mayBeEntries = char === '[' && this.#depth === 2 && this.#array === 0;
		} else if (char === '}' || char === ']') this.#close(char, out);
		else {
			if (char === '"') this.#isString = true;
			this.#keep(char);
		}
	}

	/** Outside of everything commas may stand, and nothing else. */
	#between(char: string, out: (string | null)[]): void {
		if (char === '{' || char === '[') this.#hasOpened = true;
		if (char === '\n' || char === '{' || char === '[') this.#isStray = false;
		else if (!this.#isStray && /[^\s,\uFEFF]/.test(char)) {
			this.#isStray = true;
			out.push(null);
		}
	}

	#close(char: string, out: (string | null)[]): void {
		if (this.#depth > 0 && this.#depth === this.#array) {
			this.#depth--;
			this.#array = 0;
			this.#text = this.#depth > 0 ? `${this.around}]` : '';
			return;
		}
		this.#keep(char);
		this.#depth = Math.max(0, this.#depth - 1);
		if (this.#depth !== this.#array) return;
		if (this.#depth === 0 && this.around !== '') this.around = this.#text;
		else out.push(this.#isTooLong ? null : this.#text);
		this.#text = '';
		this.#isTooLong = false;
	}

	#keep(char: string): void {
		if (this.#depth <= this.#array && !(this.#depth > 0 && this.#array === 0)) return;
		if (this.#text.length < longest) this.#text += char;
		else this.#isTooLong = true;
	}
}
