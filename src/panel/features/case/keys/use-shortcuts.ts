/** Listens for the desk's keys, wherever the focus is in the panel. */
import { useEffect } from 'preact/hooks';
import type { CommandId } from '../../../../contract/desk-choices.ts';
import { commandOf, type Bindings } from './bindings.ts';
import { strokeOf, writesText } from './strokes.ts';

function takesText(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
	return target.matches('textarea, select') || target.isContentEditable;
}

/** `run` says whether the command meant anything where the person is. Not over an open dialog, which has keys of its own. */
export function useShortcuts(bindings: Bindings, run: (command: CommandId) => boolean): void {
	useEffect(() => {
		const listen = (event: KeyboardEvent): void => {
			const stroke = strokeOf(event);
			if (stroke === null || event.defaultPrevented || document.querySelector('dialog[open]')) return;
			if (writesText(stroke) && takesText(event.target)) return;
			const command = commandOf(bindings, stroke);
			if (command && run(command)) event.preventDefault();
		};
		document.addEventListener('keydown', listen);
		return () => document.removeEventListener('keydown', listen);
	});
}
