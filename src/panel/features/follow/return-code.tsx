/** The return code of a report: covered until it is asked for, then to be copied or printed. */
import { useRef, useState } from 'preact/hooks';
import { fromBase64Url } from '../../../contract/bytes.ts';
import { codeText } from '../../../contract/return-code.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { Data } from '../../ui/data.tsx';
import type { FollowWords } from './words.ts';

export function ReturnCode({ code, say }: { code: string; say: FollowWords }) {
	const { t } = usePanel();
	const [shown, setShown] = useState(false);
	const [copied, setCopied] = useState(false);
	const place = useRef<HTMLDivElement>(null);
	// A frame of another site may not use the clipboard API; what is selected in it can be copied all the same.
	const copy = (): void => {
		place.current?.querySelector('textarea')?.select();
		setCopied(document.execCommand('copy'));
	};
	return (
		<>
			<p>{say('follow-code-words')}</p>
			<Button onPress={() => setShown(!shown)}>{say(shown ? 'follow-code-hide' : 'follow-code-show')}</Button>
			{shown && (
				<>
					<div class="wh-code" ref={place}>
						<p class="wh-code__print">
							{t('name')} · {say('follow-code')}
						</p>
						<Data label={say('follow-code')} text={codeText(fromBase64Url(code))} rows={1} />
					</div>
					<div class="wh-actions">
						<Button onPress={copy}>{say('follow-code-copy')}</Button>
						<Button onPress={() => window.print()}>{say('follow-code-print')}</Button>
						<output class="wh-small">{copied ? say('follow-code-copied') : ''}</output>
					</div>
				</>
			)}
		</>
	);
}
