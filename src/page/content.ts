/** Tells when the wiki drew content: at once, and later for replies, live updates and pages saved without reload. */
import { content } from './selectors.ts';

/** Our own buttons are no news, and what has no link in it holds neither a signature nor a row. */
function isNews(node: Node): boolean {
	return (
		node instanceof Element && !node.matches('.wikihaven-report') && (node.matches('a') || !!node.querySelector('a'))
	);
}

/** Calls `listener` with each element that got new content; what it draws must be drawn once however often it is called. */
export function watchContent(listener: (root: Element) => void, signal: AbortSignal): void {
	const root = document.querySelector(content) ?? document.body;
	listener(root);
	let waiting: Set<Element> | null = null;
	const observer = new MutationObserver((records) => {
		for (const { target, addedNodes } of records) {
			if (!(target instanceof Element) || !Array.from(addedNodes).some(isNews)) continue;
			if (!waiting) {
				waiting = new Set();
				setTimeout(() => {
					const changed = [...(waiting ?? [])].filter((element) => element.isConnected);
					waiting = null;
					if (signal.aborted) return;
					for (const one of changed) {
						if (!changed.some((other) => other !== one && other.contains(one))) listener(one);
					}
				}, 100);
			}
			waiting.add(target);
		}
	});
	observer.observe(root, { childList: true, subtree: true });
	signal.addEventListener('abort', () => observer.disconnect());
}
