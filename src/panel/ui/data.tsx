/** Text for machines, as it is: read-only, in a field so that keys reach and scroll it. */
export function Data({ label, text }: { label: string; text: string }) {
	return (
		<div class="cdx-text-area">
			<textarea class="cdx-text-area__textarea wh-data" dir="ltr" rows={8} readOnly aria-label={label} value={text} />
		</div>
	);
}
