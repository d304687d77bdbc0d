/** Files chosen, dropped or pasted for upload, by the events of the file: no form's markup is looked at. */
import type { Feature } from './feature.ts';

export const upload: Feature = {
	system: 'upload',
	start({ services, signal }) {
		const take = (event: Event): void => {
			const { dataTransfer, clipboardData, target } = event as DragEvent & ClipboardEvent;
			const input = target instanceof HTMLInputElement && target.type === 'file' ? target : null;
			// A file dropped on a field for files is chosen there next.
			const { files } = (event.type === 'change' ? input : input ? null : (dataTransfer ?? clipboardData)) ?? {};
			// A page can invent events: only those of a person count.
			if (event.isTrusted && files?.length) void services.openPanel({ system: 'upload', files: [...files] });
		};
		for (const type of ['change', 'drop', 'paste']) {
			document.addEventListener(type, take, { capture: true, signal });
		}
	},
};
