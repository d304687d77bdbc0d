/** One file: how far it is looked at, and what there is to know before it is uploaded. */
import type { ComponentChildren } from 'preact';
import { usePanel } from '../../panel.ts';
import { Message } from '../../ui/message.tsx';
import type { FileCheck } from './checks.ts';
import { isWorthTelling } from './checks.ts';
import type { UploadKey, UploadWords } from './words.ts';

function Titles({ titles, base }: { titles: readonly string[]; base: string }) {
	return (
		<ul class="wh-names">
			{titles.map((title) => (
				<li key={title}>
					<a
						class="wh-link"
						href={base.replace('$1', encodeURIComponent(title.replaceAll(' ', '_')))}
						target="_blank"
						rel="noreferrer"
					>
						<bdi>{title}</bdi>
					</a>
				</li>
			))}
		</ul>
	);
}

function Found({ check, say }: { check: FileCheck; say: UploadWords }) {
	const { facts } = usePanel();
	const { same, near, told, unread, really } = check;
	const here = new URL(facts.wiki).origin + facts.articlePath;
	const kind = really && say(`upload-kind-${really}` satisfies UploadKey);
	const notes: ComponentChildren[] = [
		told.action === 'warn' && <p>{say('upload-warn', told.list ?? '')}</p>,
		told.action === 'hold' && <p>{say('upload-held')}</p>,
		same.here.length > 0 && (
			<>
				<p>{say('upload-here')}</p>
				<Titles titles={same.here} base={here} />
			</>
		),
		...same.shared.map(({ repository, titles }) => (
			<>
				<p>{say('upload-shared', repository)}</p>
				<Titles titles={titles} base={here} />
			</>
		)),
		near.length > 0 && (
			<>
				<p>{say('upload-near')}</p>
				<Titles titles={near.map(({ title }) => title)} base={here} />
			</>
		),
		kind && <p>{say('upload-mislabelled', kind)}</p>,
		unread === 'broken' && <p>{say('upload-broken')}</p>,
		unread === 'unplayed' && <p>{say('upload-unplayed')}</p>,
		unread === 'too-many-pixels' && <p>{say('upload-large')}</p>,
		check.state === 'failed' && <p>{say('upload-failed')}</p>,
	];
	return <div class="wh-section">{notes}</div>;
}

export function FileItem({ check, say }: { check: FileCheck; say: UploadWords }) {
	const busy = check.state === 'waiting' || check.state === 'reading' || check.state === 'asking';
	return (
		<li class="wh-entry">
			<p class="wh-name">
				<bdi>{check.name}</bdi>
			</p>
			{busy && (
				<label>
					{say('upload-busy')} <progress value={check.part} />
				</label>
			)}
			{isWorthTelling(check) ? (
				<Message live>
					<Found check={check} say={say} />
				</Message>
			) : (
				!busy && <p class="wh-small">{say('upload-none')}</p>
			)}
		</li>
	);
}
