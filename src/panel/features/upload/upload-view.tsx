/** What is known of the files that somebody is about to upload. */
import { useEffect, useState } from 'preact/hooks';
import { usePanel, type Place } from '../../panel.ts';
import { Progress } from '../../ui/progress.tsx';
import type { FileChecks } from './checks.ts';
import { FileItem } from './file-item.tsx';
import { Held } from './held.tsx';
import { useUploadWords, type UploadWords } from './words.ts';

function Files({ checks, say }: { checks: FileChecks; say: UploadWords }) {
	const [, setTurn] = useState(0);
	useEffect(() => {
		const watching = new AbortController();
		const draw = (): void => setTurn((turn) => turn + 1);
		checks.watch(draw, watching.signal);
		// What came to be known since this was drawn first, and before it was watched.
		draw();
		return () => watching.abort();
	}, [checks]);
	const all = checks.all();
	const lists = all.flatMap(({ told }) => (told.action === 'hold' && told.list !== null ? [told.list] : []));
	return (
		<>
			{lists.length > 0 && <Held lists={[...new Set(lists)]} say={say} />}
			<ul class="wh-list">
				{all.map((check, at) => (
					// Files keep their place: none is taken away.
					<FileItem key={at} check={check} say={say} />
				))}
			</ul>
			{all.some(({ asked, state }) => state === 'done' && !asked) && <p class="wh-small">{say('upload-signed-out')}</p>}
			<p class="wh-small">{say('upload-private')}</p>
		</>
	);
}

export function UploadView({ place }: { place: Place }) {
	const { t } = usePanel();
	const say = useUploadWords();
	if (!say) return <Progress label={t('loading')} />;
	return (
		<div class="wh-view">
			{/* The focus stays in the form that somebody is filling in. */}
			<h1 class="wh-heading">{say('upload-title')}</h1>
			<p class="wh-lead">{say('upload-lead')}</p>
			{place.feature === 'upload' && <Files checks={place.checks} say={say} />}
		</div>
	);
}
