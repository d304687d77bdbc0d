/** Takes files, drops and pastes in, one after the other, and says what could not be taken. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { mostAttachments, type Attachment } from '../../contract/attachment.ts';
import { usePanel } from '../panel.ts';
import { fileAttachment } from './from-file.ts';
import { linkAttachment } from './make.ts';
import type { TrayWords } from './words.ts';

export interface Attaching {
	readonly reading: boolean;
	readonly problem: string | null;
	readonly linkError: string | undefined;
	files(files: readonly File[]): Promise<void>;
	/** Says whether it was taken. */
	link(typed: string): Promise<boolean>;
	/** What was dropped or pasted: files, else a link or an e-mail's source as text. */
	take(data: DataTransfer): Promise<void>;
}

/** `keep` stores one where its report has room, and says whether it had; it rejects where storage fails. */
export function useAttaching(keep: (one: Attachment) => Promise<boolean>, say: TrayWords): Attaching {
	const { t } = usePanel();
	const [reading, setReading] = useState(false);
	const [problem, setProblem] = useState<string | null>(null);
	const [linkError, setLinkError] = useState<string | undefined>(undefined);

	const kept = async (one: Attachment): Promise<boolean> => {
		try {
			const fits = await keep(one);
			if (!fits) setProblem(say('tray-no-room', one.name, mostAttachments));
			return fits;
		} catch {
			setProblem(t('problem-storage-failed'));
			return false;
		}
	};
	const attaching: Attaching = {
		reading,
		problem,
		linkError,
		async files(files) {
			setProblem(null);
			setReading(true);
			for (const file of files) {
				const made = await fileAttachment(file).catch(() => undefined);
				if (made) await kept(made);
				else setProblem(say('tray-unreadable', file.name));
			}
			setReading(false);
		},
		async link(typed) {
			const made = await linkAttachment(typed);
			setLinkError(made ? undefined : say('tray-link-wrong'));
			return made !== undefined && kept(made);
		},
		async take(data) {
			const files = [...data.files];
			const text = data.getData('text/plain');
			if (files.length > 0) return attaching.files(files);
			if (/^https?:\/\/\S+$/i.test(text.trim())) await attaching.link(text);
			else if (/^[\w-]+:[ \t].*\r?\n/.test(text)) await attaching.files([new File([text], 'e-mail.eml')]);
		},
	};
	const latest = useRef(attaching);
	latest.current = attaching;
	useEffect(() => {
		const paste = (event: ClipboardEvent): void => {
			const { target, clipboardData } = event;
			const typing = target instanceof Element && target.matches('input[type="text"], textarea:not([readonly])');
			if (!clipboardData || (typing && clipboardData.files.length === 0)) return;
			event.preventDefault();
			void latest.current.take(clipboardData);
		};
		document.addEventListener('paste', paste);
		return () => document.removeEventListener('paste', paste);
	}, []);
	return attaching;
}
