/** What is attached to a message that is being written: kept on this device until it is sent. */
import { useEffect, useState } from 'preact/hooks';
import type { Attachment } from '../../../contract/attachment.ts';
import { hasRoom } from '../../attachments/room.ts';
import { usePanel } from '../../panel.ts';

export interface Files {
	readonly files: readonly Attachment[];
	/** Whether there was room. */
	keep(one: Attachment): Promise<boolean>;
	drop(one: Attachment): Promise<void>;
}

export function useFiles(report: string): Files {
	const { vault } = usePanel().services;
	const [files, setFiles] = useState<readonly Attachment[]>([]);
	const draft = `reply|${report}`;
	const rowOf = ({ sha256 }: Attachment): string => `${draft}#${sha256}`;
	const read = async (): Promise<Attachment[]> => {
		const rows = (await vault.all('attachments')).map(({ value }) => value).filter((row) => row.draft === draft);
		const found = rows.sort((one, two) => (one.at < two.at ? -1 : 1)).map(({ attachment }) => attachment);
		setFiles(found);
		return found;
	};
	useEffect(() => void read().catch(() => undefined), [draft]);
	return {
		files,
		async keep(one) {
			const others = (await read()).filter(({ sha256 }) => sha256 !== one.sha256);
			const fits = hasRoom([], others, one);
			if (fits) await vault.put('attachments', rowOf(one), { draft, attachment: one, at: new Date().toISOString() });
			await read();
			return fits;
		},
		async drop(one) {
			await vault.drop('attachments', rowOf(one));
			await read();
		},
	};
}
