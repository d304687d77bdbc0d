/** A style sheet imported as its text: the build fills in the Codex token values. */
declare module '*.css' {
	const css: string;
	export default css;
}
