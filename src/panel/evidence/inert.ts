/** A page's HTML as a tree that is never part of a document on the screen: nothing in it runs, loads or is drawn. */

/** Characters that are parsed at one go: some milliseconds. */
const portion = 100_000;

/** Written piece by piece, since DOMParser would take a page of several megabytes in one long task. */
export async function inertPage(html: string, pace: () => Promise<void> | undefined): Promise<Element> {
	// Has no browsing context: neither scripting nor loading (HTML, "scripting is enabled").
	const page = document.implementation.createHTMLDocument('');
	page.open();
	for (let at = 0; at < html.length; at += portion) {
		page.write(html.slice(at, at + portion));
		await pace();
	}
	page.close();
	return page.body;
}
