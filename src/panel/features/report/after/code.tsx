/** The return code of the report that was just sent: to be copied or saved. */
import { useEffect, useState } from 'preact/hooks';
import { fromBase64Url } from '../../../../contract/bytes.ts';
import { codeText } from '../../../../contract/return-code.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { Copyable } from '../../../ui/copyable.tsx';
import { download } from '../../../ui/download.ts';
import type { ReportWords } from '../../../words/form.ts';

export function Code({ id, say }: { id: string; say: ReportWords }) {
	const { vault } = usePanel().services;
	const [code, setCode] = useState<string | null>(null);
	useEffect(() => {
		const found = vault.get('reports', id).then((row) => row?.code && setCode(codeText(fromBase64Url(row.code))));
		// Without it, the list of one's own reports on this device still leads to the report.
		found.catch(() => undefined);
	}, [id]);
	if (code === null) return null;
	return (
		<section class="wh-section" aria-labelledby="wh-code">
			<h2 id="wh-code" class="wh-subheading">
				{say('code-heading')}
			</h2>
			<p>{say('code-help')}</p>
			<Copyable label={say('code-heading')} text={code}>
				{/* The file's name says nothing of what it is for. */}
				<Button onPress={() => download('code.txt', `${code}\n`, 'text/plain')}>{say('code-save')}</Button>
			</Copyable>
		</section>
	);
}
