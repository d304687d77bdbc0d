/** A handler's keys. */
export function KeysView() {
	return <div />;
}
