/** Words of somebody else, as they stood. */
export function Quote({ text }: { text: string }) {
	return (
		<blockquote class="wh-quote" dir="auto">
			{text}
		</blockquote>
	);
}
