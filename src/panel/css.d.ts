/** A style sheet imported as its text: one mechanism serves an iframe and a shadow root alike. */
declare module '*.css' {
	const css: string;
	export default css;
}
