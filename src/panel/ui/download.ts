/** Gives a person a file made here: no address outside the browser ever sees it. */
export function download(name: string, content: Uint8Array<ArrayBuffer> | string, type: string): void {
	const url = URL.createObjectURL(new Blob([content], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The browser reads the address after this task.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
