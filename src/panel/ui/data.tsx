/** Text for machines, as it is: read-only, in a field so that keys reach and scroll it. */
import '../style/texts.ts';

export function Data({
	label,
	text,
	rows = 8,
	dir = 'ltr',
}: {
	label: string;
	text: string;
	rows?: number;
	dir?: 'ltr' | 'auto';
}) {
	return (
		<div class="cdx-text-area">
			<textarea
				class="cdx-text-area__textarea wh-data"
				dir={dir}
				rows={rows}
				readOnly
				aria-label={label}
				value={text}
			/>
		</div>
	);
}
