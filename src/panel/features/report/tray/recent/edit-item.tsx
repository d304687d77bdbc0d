/** One edit in the list: page and time with a box to pick it, its summary and size, and a link to look at it. */
import type { RecentEdit } from '../../../../../contract/recent-edits.ts';
import type { TrayWords } from '../../../../attachments/words.ts';
import { usePanel } from '../../../../panel.ts';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { WikiLink } from '../../../../ui/link.tsx';
import { Tag } from '../../../../ui/tag.tsx';

export function EditItem(props: {
	edit: RecentEdit;
	wiki: string;
	/** The report holds it already. */
	held: boolean;
	picked: boolean;
	onPick: (on: boolean) => void;
	say: TrayWords;
}) {
	const { words } = usePanel();
	const { edit, wiki, held, picked, onPick, say } = props;
	const { title, at, summary, change, minor, hidden, revision } = edit;
	const name = say('recent-edit', title, words.time(at));
	return (
		<li class="wh-card">
			{held ? <p>{name}</p> : <Checkbox label={name} checked={picked} onCheck={onPick} />}
			{summary && (
				<p class="wh-small">
					<bdi>{summary}</bdi>
				</p>
			)}
			<p class="wh-line">
				<span class="wh-small">{say('recent-size', `${change > 0 ? '+' : ''}${words.number(change)}`)}</span>
				{held && <Tag>{say('recent-held')}</Tag>}
				{minor && <Tag>{say('recent-minor')}</Tag>}
				{hidden && <Tag kind="warning">{say('recent-hidden')}</Tag>}
				<WikiLink url={`${wiki}/index.php?diff=${revision}`}>{say('recent-look')}</WikiLink>
			</p>
		</li>
	);
}
