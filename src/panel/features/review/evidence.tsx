/** Which lists a file comes near, how near, and where they have it from. */
import { Message } from '../../ui/message.tsx';
import type { Match } from './one-match.tsx';
import type { ReviewWords } from './words.ts';

export function Evidence({ match, say }: { match: Match; say: ReviewWords }) {
	const { evidence } = match;
	const isAlone = evidence.length === 1 && evidence[0]?.kind === 'pdq';
	return (
		<section class="wh-section" aria-labelledby="wh-evidence">
			<h2 id="wh-evidence" class="wh-subheading">
				{say('review-evidence')}
			</h2>
			{isAlone && <Message>{say('review-alone')}</Message>}
			<ul>
				{evidence.map((hit, at) => (
					<li key={at}>
						<bdi>{hit.list}</bdi>:{' '}
						{hit.kind === 'pdq'
							? say('review-near', String(hit.distance), hit.view)
							: say('review-exact', hit.kind.toUpperCase())}{' '}
						{hit.votesFor + hit.votesAgainst > 0 && say('review-votes', String(hit.votesFor), String(hit.votesAgainst))}{' '}
						<bdi>{[hit.source, hit.label].filter(Boolean).join(', ')}</bdi>
					</li>
				))}
			</ul>
		</section>
	);
}
