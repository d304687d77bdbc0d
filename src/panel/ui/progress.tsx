/** Codex progress indicator with words beside it. */
export function Progress({ label }: { label: string }) {
	return (
		<output class="cdx-progress-indicator">
			<span class="cdx-progress-indicator__indicator" />
			<span class="cdx-progress-indicator__label wh-progress__label">{label}</span>
		</output>
	);
}
