/** Tells the person in front of the terminal what is going on, on standard error, with the seconds since the start. */
const started = performance.now();

/** Prints one progress line. */
export function say(line: string): void {
	const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(5);
	process.stderr.write(`${seconds} s  ${line}\n`);
}
