/** Terms and what they are, one below the other; empty ones are left out. */
export function Facts({ rows }: { rows: readonly (readonly [string, string | null | undefined])[] }) {
	return (
		<dl class="wh-facts">
			{rows.map(
				([term, text]) =>
					text && (
						<div key={term} class="wh-facts__row">
							<dt>{term}</dt>
							<dd dir="auto">{text}</dd>
						</div>
					),
			)}
		</dl>
	);
}
