/** Codex tokens and components and our own few rules, adopted by a document; night tokens by the page's theme. */
import tokens from '@wikimedia/codex-design-tokens/dist/theme-wikimedia-ui-root.css';
import nightTokens from '@wikimedia/codex-design-tokens/dist/theme-wikimedia-ui-mode-dark.css';
import button from '@wikimedia/codex/dist/modules/CdxButton-bidi.css';
import message from '@wikimedia/codex/dist/modules/CdxMessage-bidi.css';
import progress from '@wikimedia/codex/dist/modules/CdxProgressIndicator-bidi.css';
import type { PageFacts } from '../../contract/page-panel.ts';
import frame from './frame.css';
import pieces from './pieces.css';
import report from './report.css';

const codex = [button, message, progress];
const media = { day: 'not all', night: 'all', os: '(prefers-color-scheme: dark)' };
const scheme = { day: 'light', night: 'dark', os: 'light dark' };

/** Adopts the styles; the returned function sets day or night. */
export function adoptStyles(document: Document): (theme: PageFacts['theme']) => void {
	const day = new CSSStyleSheet();
	day.replaceSync(tokens);
	const night = new CSSStyleSheet({ media: media.os });
	night.replaceSync(nightTokens);
	const rules = new CSSStyleSheet();
	rules.replaceSync([...codex, frame, pieces, report].join('\n'));
	document.adoptedStyleSheets = [day, night, rules];
	return (theme) => {
		night.media.mediaText = media[theme];
		document.documentElement.style.colorScheme = scheme[theme];
	};
}

/** Adds the rules of a part that loads later: called once, as its code is. */
export function adoptMore(sheets: readonly string[]): void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(sheets.join('\n'));
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
