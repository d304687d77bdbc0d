/** The page's facts as the wiki's own script has them. */
import * as v from 'valibot';
import { PageFactsSchema, type PageFacts } from '../../contract/page-panel.ts';

function theme(): PageFacts['theme'] {
	const style = document.documentElement.className;
	if (/\bskin-theme-clientpref-night\b/.test(style)) return 'night';
	return /\bskin-theme-clientpref-os\b/.test(style) ? 'os' : 'day';
}

/** Null where the page's configuration makes no sense, so that nothing is drawn. */
export function readFacts(): PageFacts | null {
	const revision = mw.config.get('wgRevisionId');
	const { lang, dir } = document.documentElement;
	const facts = v.safeParse(PageFactsSchema, {
		wiki: location.origin + mw.config.get('wgScriptPath'),
		articlePath: mw.config.get('wgArticlePath'),
		title: mw.config.get('wgPageName').replace(/_/g, ' '),
		revision: revision > 0 ? revision : null,
		language: lang || mw.config.get('wgUserLanguage'),
		dir: dir === 'rtl' ? 'rtl' : 'ltr',
		theme: theme(),
		skin: mw.config.get('skin'),
		user: mw.config.get('wgUserName'),
	});
	return facts.success ? facts.output : null;
}
