/** What happened between people, from an open case: folded, its code and the wiki's answers come once it is opened. */
import { useState } from 'preact/hooks';
import type { ReportBody } from '../../../../contract/report.ts';
import { Button } from '../../../ui/button.tsx';
import { lazyView } from '../../../ui/lazy.tsx';
import { useViewWords } from './words.ts';

const Interactions = lazyView<{ body: ReportBody }>(async () => (await import('./interactions.tsx')).Interactions);

export function Timeline({ body }: { body: ReportBody }) {
	const [open, setOpen] = useState(false);
	const say = useViewWords();
	if (!say) return null;
	return (
		<section class="wh-section" aria-labelledby="wh-timeline">
			<h2 id="wh-timeline" class="wh-subheading">
				{say('view-heading')}
			</h2>
			{open ? <Interactions body={body} /> : <Button onPress={() => setOpen(true)}>{say('view-open')}</Button>}
		</section>
	);
}
