/** Files chosen, dropped or pasted for upload, by the events of the file: no form's markup is looked at. */
import type { Feature } from './feature.ts';

/**
 * A field that a script made and never put into the document keeps its events to itself. The gadget hears of those that the
 * script opens (`looseFields`). The extension does not: its world sees the document alone, and code of ours in the page's
 * world would show every page that it is installed, for a warning that few would miss: the service hashes what is stored
 * whichever way it came. Shadow trees keep `change` to themselves, too; no upload form of MediaWiki stands in one.
 */
export const upload: Feature = {
	system: 'upload',
	start({ services, signal }) {
		const open = (files: readonly File[]): void => void services.openPanel({ system: 'upload', files: [...files] });
		let heard: HTMLInputElement | null = null;
		const take = (event: Event): void => {
			const { dataTransfer, clipboardData, target } = event as DragEvent & ClipboardEvent;
			const input = target instanceof HTMLInputElement && target.type === 'file' ? target : null;
			const chosen = event.type === 'change';
			const files = [...((chosen ? input : (dataTransfer ?? clipboardData))?.files ?? [])];
			// A page can invent events: only those of a person count.
			if (!event.isTrusted || files.length === 0) return;
			heard = chosen ? input : null;
			// A file dropped on a field for files is chosen there next, unless the page takes it itself (OOUI's fields do).
			// A browser's own taking may look the same, but then the field has said at once that something was chosen.
			if (input && !chosen) setTimeout(() => event.defaultPrevented && heard !== input && open(files));
			else open(files);
		};
		for (const type of ['change', 'drop', 'paste']) {
			document.addEventListener(type, take, { capture: true, signal });
		}
		services.looseFields?.(take, signal);
	},
};
