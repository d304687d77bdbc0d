/** The way to the review from home. */
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { useReviewWords } from './words.ts';

export function ReviewEntry() {
	const { go } = usePanel();
	const say = useReviewWords();
	if (!say) return null;
	return (
		<div class="wh-entry">
			<Button full onPress={() => go({ feature: 'review' })}>
				{say('review-title')}
			</Button>
			<p class="wh-small">{say('review-entry-help')}</p>
		</div>
	);
}
