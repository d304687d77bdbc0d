/** A dialog over the panel: the browser's own, which keeps the focus in it and gives it back. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { cdxIconClose } from '@wikimedia/codex-icons';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';

export function Dialog({
	title,
	onClose,
	children,
}: {
	title: string;
	onClose: () => void;
	children: ComponentChildren;
}) {
	const { t } = usePanel();
	const ref = useRef<HTMLDialogElement>(null);
	const id = useId();
	useLayoutEffect(() => {
		const before = document.activeElement;
		ref.current?.showModal();
		return () => {
			if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
		};
	}, []);
	return (
		<dialog
			ref={ref}
			class="wh-dialog"
			aria-labelledby={id}
			onKeyDown={(event) => {
				// Escape is for this dialog, not for the panel.
				if (event.key !== 'Escape' || event.isComposing) return;
				event.preventDefault();
				onClose();
			}}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
		>
			<header class="wh-dialog__head">
				<h2 id={id} class="wh-subheading">
					{title}
				</h2>
				<Button weight="quiet" icon={cdxIconClose} label={t('close')} onPress={onClose} />
			</header>
			{children}
		</dialog>
	);
}
