/** The palette: everything that can be done or gone to, found by typing a few letters of it. */
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import '../../../style/texts.ts';
import { Field } from '../../../ui/field.tsx';
import type { QueueWords } from '../queue/words.ts';
import { Dialog } from './dialog.tsx';
import { foundItems, type PaletteItem } from './palette-find.ts';

/** HTML has no list of choices below a text field: these are the pattern's roles (WAI-ARIA Authoring Practices, combobox). */
const listbox = { role: 'listbox' } as const;
/** Its keys are the field's: Enter there runs the marked one. */
const optionOf = (id: string, marked: boolean, run: () => void) =>
	({ id, role: 'option', 'aria-selected': marked, onClick: run }) as const;

export function Palette(props: { items: readonly PaletteItem[]; onClose: () => void; word: QueueWords }) {
	const { items, onClose, word } = props;
	const [typed, setTyped] = useState('');
	const [at, setAt] = useState(0);
	const list = useRef<HTMLUListElement>(null);
	const base = useId();
	const found = useMemo(() => foundItems(items, typed), [items, typed]);
	const here = Math.min(at, found.length - 1);
	const run = (item: PaletteItem | undefined): void => {
		if (!item) return;
		onClose();
		item.run();
	};
	const walk = (event: KeyboardEvent): void => {
		if (event.isComposing) return;
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (event.key === 'Enter') {
			event.preventDefault();
			return run(found[here]);
		}
		if (step === undefined || found.length === 0) return;
		event.preventDefault();
		const next = (here + step + found.length) % found.length;
		setAt(next);
		list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
	};
	return (
		<Dialog title={word('palette')} onClose={onClose}>
			<Field label={word('palette-type')}>
				{({ id }) => (
					<div class="cdx-text-input">
						<input
							id={id}
							class="cdx-text-input__input"
							type="text"
							role="combobox"
							autocomplete="off"
							spellcheck={false}
							dir="auto"
							// The first thing of the dialog that is meant to be used.
							autofocus
							aria-expanded="true"
							aria-autocomplete="list"
							aria-controls={base}
							aria-activedescendant={found[here] ? `${base}-${here}` : undefined}
							value={typed}
							onInput={(event) => {
								setTyped(event.currentTarget.value);
								setAt(0);
							}}
							onKeyDown={walk}
						/>
					</div>
				)}
			</Field>
			<output class="wh-hidden">{word('palette-found', found.length)}</output>
			<ul ref={list} id={base} class="wh-palette__list" {...listbox} aria-label={word('palette')}>
				{found.map((item, n) => (
					<li key={item.id} class="wh-palette__item" {...optionOf(`${base}-${n}`, n === here, () => run(item))}>
						<bdi>{item.label}</bdi>
						<span class="wh-small">{item.note}</span>
					</li>
				))}
			</ul>
		</Dialog>
	);
}
