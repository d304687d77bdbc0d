/** A button at every comment of a talk page: in DiscussionTools' reply row, else after the signature. */
import { findSignatures, type Signature } from '../../../../engines/comments/shape.ts';
import { isButton } from '../../../button.ts';
import { message } from '../../../messages.ts';
import { bodyIs, commentEnd, content, parserOutput, replyRow } from '../../../selectors.ts';
import { inSlices } from '../../../slices.ts';
import type { Kit } from '../../feature.ts';
import { given, pinned, type Place } from '../place.ts';
import { headingOf, quoteOf } from '../quote.ts';

function drawOne(signature: Signature, kit: Kit): void {
	const at = signature.node as ChildNode;
	const row = at instanceof Element && at.matches(replyRow) ? at : null;
	if (isButton(row ? row.lastElementChild : at.nextSibling)) return;
	const { author } = signature;
	const name = author ? message('page-report-comment', author) : message('page-report-comment-unknown');
	const press = (): void => {
		const facts = kit.services.facts() ?? kit.facts;
		const isSigned = (block: Element): boolean => findSignatures(block).length > 0;
		const target = {
			...pinned(facts, 'comment', author),
			...given('at', signature.timestamp),
			...given('commentId', signature.id),
			...given('quote', quoteOf(signature, isSigned)),
			...given('heading', headingOf(at)),
		};
		void kit.services.openPanel({ system: 'report', target });
	};
	const button = kit.makeButton(message('page-report'), name, press);
	if (row) row.append(button);
	else at.after(button);
}

export const comment: Place = {
	draw(root, kit) {
		if (document.body.classList.contains(bodyIs.special)) return;
		const page = root.closest(content) ?? document.querySelector(content) ?? root;
		// Where DiscussionTools marks comments, what only looks like a signature is none.
		const marked = page.querySelector(commentEnd) !== null;
		const inside = root.closest(parserOutput) ? [root] : [...root.querySelectorAll(parserOutput)];
		const parts = inside.flatMap((element) => (element.matches(parserOutput) ? [...element.children] : [element]));
		inSlices(
			parts,
			(part) => {
				for (const one of findSignatures(part)) if (!marked || one.id !== null) drawOne(one, kit);
			},
			kit.signal,
		);
	},
};
