/** A button beside selected text: what was marked is what is reported. */
import { message } from '../../../messages.ts';
import { bodyIs, content } from '../../../selectors.ts';
import type { Kit } from '../../feature.ts';
import { given, pinned } from '../place.ts';
import { headingOf } from '../quote.ts';

/** Fewer letters are a slip of the mouse; more than the contract's bound are cut. */
const shortest = 3;
const longest = 20_000;
/** Selecting by keyboard or finger changes many times before it is done. */
const settledMs = 250;

function selected(): Range | null {
	const selection = getSelection();
	const range = selection && !selection.isCollapsed && selection.rangeCount ? selection.getRangeAt(0) : null;
	const root = document.querySelector(content);
	if (!range || !root?.contains(range.commonAncestorContainer) || `${range}`.trim().length < shortest) return null;
	const { commonAncestorContainer: within } = range;
	const element = within instanceof Element ? within : within.parentElement;
	return element?.closest('input, textarea, [contenteditable]') ? null : range;
}

export function watchSelection({ facts, services, makeButton, signal }: Kit): void {
	if (document.body.classList.contains(bodyIs.special)) return;
	let range: Range | null = null;
	const press = (): void => {
		if (!range) return;
		const target = {
			...pinned(services.facts() ?? facts, 'selection', null),
			...given('quote', `${range}`.trim().slice(0, longest)),
			...given('heading', headingOf(range.startContainer)),
		};
		void services.openPanel({ system: 'report', target });
	};
	const button = makeButton(message('page-report-selection'), message('page-report-selection'), press);
	button.classList.add('wikihaven-selection');
	// The press must not end the selection before it is read.
	button.addEventListener('pointerdown', (event) => event.preventDefault(), { signal });
	let timer: ReturnType<typeof setTimeout> | undefined;
	const settle = (): void => {
		if (signal.aborted || document.activeElement === button) return;
		range = selected();
		if (!range) {
			button.remove();
			return;
		}
		const box = range.getBoundingClientRect();
		button.style.top = `${box.bottom + scrollY}px`;
		button.style.left = `${Math.max(0, Math.min(box.right, innerWidth - 120)) + scrollX}px`;
		document.body.append(button);
	};
	const listen = (): void => {
		clearTimeout(timer);
		timer = setTimeout(settle, settledMs);
	};
	document.addEventListener('selectionchange', listen, { signal });
	// What was marked before this began counts as well.
	listen();
}
