/** Which key does what: as usual, and as the person changed it. */
import { commandIds, type CommandId, type DeskChoices } from '../../../../contract/desk-choices.ts';

export type Bindings = Readonly<Record<CommandId, string>>;

const usual: Bindings = {
	next: 'j',
	previous: 'k',
	open: 'o',
	claim: 'c',
	note: 'n',
	act: 'a',
	merge: 'l',
	snooze: 's',
	close: 'e',
	select: 'x',
	search: '/',
	help: '?',
	palette: 'Ctrl+K',
};

export const bindingsOf = (chosen: DeskChoices['keys']): Bindings =>
	Object.fromEntries(commandIds.map((id) => [id, chosen[id] ?? usual[id]])) as Record<CommandId, string>;

/** An empty key does nothing. */
export const commandOf = (bindings: Bindings, stroke: string): CommandId | undefined =>
	commandIds.find((id) => stroke !== '' && bindings[id] === stroke);

/** What is chosen once `stroke` does `id`; what is as usual is not kept. */
export function rebound(chosen: DeskChoices['keys'], id: CommandId, stroke: string): DeskChoices['keys'] {
	const { [id]: _, ...others } = chosen;
	return stroke === usual[id] ? others : { ...others, [id]: stroke };
}

/** One key alone each, so that somebody who speaks to their device or rests a hand on the keys can be without them. */
export const allOff: DeskChoices['keys'] = Object.fromEntries(
	commandIds.filter((id) => usual[id].length === 1).map((id) => [id, '']),
);
