/** An attachment as people read it: a picture and an e-mail folded away, a link as text; nothing loads or opens by itself. */
import { useRef, useState } from 'preact/hooks';
import type { Attachment } from '../../contract/attachment.ts';
import { usePanel } from '../panel.ts';
import { Accordion } from '../ui/accordion.tsx';
import { Button } from '../ui/button.tsx';
import { Data } from '../ui/data.tsx';
import { textOf } from './text-of.ts';
import type { TrayWords } from './words.ts';

/** The picture is decoded only once it is asked for. */
function Picture({ attachment, say }: { attachment: Attachment; say: TrayWords }) {
	const [open, setOpen] = useState(false);
	const { name, type, bytes } = attachment;
	return (
		<Accordion title={say('tray-show-image', name)} onToggle={setOpen}>
			{open && <img class="wh-picture" src={`data:${type};base64,${bytes}`} alt={name} />}
		</Accordion>
	);
}

function Link({ url, say }: { url: string; say: TrayWords }) {
	const [copied, setCopied] = useState(false);
	const place = useRef<HTMLDivElement>(null);
	// A frame of another site may not use the clipboard API; what is selected in it can be copied all the same.
	const copy = (): void => {
		place.current?.querySelector('textarea')?.select();
		setCopied(document.execCommand('copy'));
	};
	return (
		<div ref={place}>
			<Data label={say('tray-link')} text={url} rows={2} />
			<Button size="small" onPress={copy}>
				{say('tray-copy')}
			</Button>{' '}
			<span class="wh-small" aria-live="polite">
				{copied && say('tray-copied')}
			</span>
		</div>
	);
}

export function ShownAttachment({ attachment, say }: { attachment: Attachment; say: TrayWords }) {
	const { words } = usePanel();
	const { origin, name, bytes, sha256 } = attachment;
	const size = words.number(Math.max(1, Math.round((bytes.length * 3) / 4 / 1000)));
	return (
		<>
			<p class="wh-line">
				<span class="wh-name">{say(`tray-${origin}`)}</span>
				<bdi>{name}</bdi>
				<span>{say('tray-size', size)}</span>
			</p>
			{origin === 'image' && <Picture attachment={attachment} say={say} />}
			{origin === 'email' && (
				<Accordion title={say('tray-show-email', name)}>
					<Data label={name} text={textOf(attachment)} dir="auto" />
				</Accordion>
			)}
			{origin === 'link' && <Link url={textOf(attachment)} say={say} />}
			<p class="wh-small">{say('tray-hash', sha256)}</p>
		</>
	);
}
