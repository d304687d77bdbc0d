/** The token last found: one object for a whole page, so that a token costs no memory. */
export class Found {
	kind = 0;
	end = 0;

	/** Notes a token; true, so that a scanner can return it. */
	set(kind: number, end: number): true {
		this.kind = kind;
		this.end = end;
		return true;
	}
}
