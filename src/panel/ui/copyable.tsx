/** A text to be taken along: selected and copied by one button. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { usePanel } from '../panel.ts';
import { Button } from './button.tsx';
import { Data } from './data.tsx';

export function Copyable(props: {
	label: string;
	text: string;
	rows?: number;
	dir?: 'ltr' | 'auto';
	/** More buttons, beside the one that copies. */
	children?: ComponentChildren;
}) {
	const { t } = usePanel();
	const place = useRef<HTMLDivElement>(null);
	const [copied, setCopied] = useState(false);
	// A frame of another site may not use the clipboard API; what is selected in it can be copied all the same.
	const copy = (): void => {
		place.current?.querySelector('textarea')?.select();
		setCopied(document.execCommand('copy'));
	};
	return (
		<div class="wh-section" ref={place}>
			<Data label={props.label} text={props.text} rows={props.rows ?? 1} dir={props.dir ?? 'ltr'} />
			<div class="wh-actions">
				<Button onPress={copy}>{t('copy')}</Button>
				{props.children}
				<output class="wh-small">{copied ? t('copied') : ''}</output>
			</div>
		</div>
	);
}
