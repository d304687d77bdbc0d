/** What the page has where the panel does not open: local help first, then links. Nothing is typed here: a page's script could read it. */
import { dockMessage } from '../../../page/panel/messages.ts';
import { wikiTransport } from '../api.ts';
import { dialogButton, drawDialog, paragraph } from '../dialog.ts';
import { readFacts } from '../facts.ts';
import { listOf } from './listed.ts';
import { readWays } from './ways.ts';
import { gadgetMessage } from './words.ts';

/** As MediaWiki writes them: many servers refuse a slash that is encoded. */
function addressOf(title: string): string {
	const { articlePath, wiki } = readFacts();
	const encoded = encodeURIComponent(title.replace(/ /g, '_')).replace(/%2F/g, '/').replace(/%3A/g, ':');
	return new URL(
		articlePath.replace('$1', () => encoded),
		wiki,
	).href;
}

/** Without a title it leads to the main page in every wiki. */
const mainPage = (): string => `${readFacts().wiki}/index.php`;

export function showFallback(again: () => void, signal: AbortSignal): void {
	const { body, buttons, closed, close, show } = drawDialog(gadgetMessage('gadget-missing'), signal);
	const status = paragraph(gadgetMessage('gadget-looking'));
	status.setAttribute('role', 'status');
	const say = (text: string): void => {
		status.textContent = text;
	};
	body.append(
		paragraph(dockMessage('dock-danger'), 'strong'),
		paragraph(gadgetMessage('gadget-numbers')),
		paragraph(gadgetMessage('gadget-ways')),
		status,
	);
	const retry = (): void => {
		close();
		again();
	};
	const shut = dialogButton('no', dockMessage('dock-close'), close);
	shut.autofocus = true;
	buttons.append(shut, dialogButton('yes', gadgetMessage('gadget-again'), retry));
	show();
	const fill = async (): Promise<void> => {
		const ways = await readWays(wikiTransport(closed), addressOf);
		const help = { kind: 'page', href: mainPage(), name: gadgetMessage('gadget-main-page') } as const;
		status.before(listOf(ways.some(({ kind }) => kind === 'page') ? ways : [...ways, help], say));
		say('');
	};
	void fill();
}
