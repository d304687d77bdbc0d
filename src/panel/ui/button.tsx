/** Codex button. */
import type { Icon as CodexIcon } from '@wikimedia/codex-icons';
import type { ComponentChildren, Ref } from 'preact';
import { Icon } from './icon.tsx';

export interface ButtonProps {
	children?: ComponentChildren;
	onPress: () => void;
	action?: 'default' | 'progressive' | 'destructive';
	weight?: 'normal' | 'primary' | 'quiet';
	size?: 'small' | 'medium' | 'large';
	icon?: CodexIcon;
	iconTurns?: boolean;
	/** Name of a button that shows an icon only. */
	label?: string;
	/** Only while nothing useful can happen and the reason is said nearby. */
	disabled?: boolean;
	describedBy?: string;
	full?: boolean;
	innerRef?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
	const { action = 'default', weight = 'normal', size = 'medium', icon, label, full } = props;
	const classes = [
		'cdx-button',
		`cdx-button--action-${action}`,
		`cdx-button--weight-${weight}`,
		`cdx-button--size-${size}`,
		...(icon && label ? ['cdx-button--icon-only'] : []),
		...(full ? ['wh-button--full'] : []),
	];
	return (
		<button
			type="button"
			class={classes.join(' ')}
			onClick={props.onPress}
			disabled={props.disabled}
			{...(label ? { 'aria-label': label, title: label } : {})}
			{...(props.describedBy ? { 'aria-describedby': props.describedBy } : {})}
			{...(props.innerRef ? { ref: props.innerRef } : {})}
		>
			{icon && <Icon icon={icon} turns={props.iconTurns ?? false} />}
			{props.children}
		</button>
	);
}
