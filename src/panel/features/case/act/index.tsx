/** Acting on the wiki from an open case: the button, and what its code loads once it is pressed. */
import { useState } from 'preact/hooks';
import type { ReportBody } from '../../../../contract/report.ts';
import { Button } from '../../../ui/button.tsx';
import { lazyView } from '../../../ui/lazy.tsx';
import type { CaseLog } from '../log/use-case-log.ts';
import type { ActingProps } from './acting.tsx';
import { useActWords } from './words.ts';

const Acting = lazyView<ActingProps>(async () => (await import('./acting.tsx')).Acting);

export function Act({ body, log }: { body: ReportBody; log: CaseLog }) {
	const [open, setOpen] = useState(false);
	const say = useActWords();
	if (!say) return null;
	return (
		<section class="wh-section" aria-labelledby="wh-act">
			<h2 id="wh-act" class="wh-subheading">
				{say('act-heading')}
			</h2>
			{open ? (
				<Acting body={body} log={log} onClose={() => setOpen(false)} />
			) : (
				<>
					<p class="wh-small">{say('act-heading-help')}</p>
					<Button onPress={() => setOpen(true)}>{say('act-open')}</Button>
				</>
			)}
		</section>
	);
}
