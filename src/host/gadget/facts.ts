/** The page's facts as the wiki's own script has them. */
import type { PageFacts } from '../../contract/page-panel.ts';
import { themeOf } from '../../page/theme.ts';

/** Whoever receives them checks them: a page may say anything. */
export function readFacts(): PageFacts {
	const revision = mw.config.get('wgRevisionId');
	const { lang, dir } = document.documentElement;
	return {
		wiki: location.origin + mw.config.get('wgScriptPath'),
		articlePath: mw.config.get('wgArticlePath'),
		title: mw.config.get('wgPageName').replace(/_/g, ' ') || null,
		revision: revision > 0 ? revision : null,
		language: lang || mw.config.get('wgUserLanguage'),
		dir: dir === 'rtl' ? 'rtl' : 'ltr',
		theme: themeOf(document.documentElement),
		skin: mw.config.get('skin'),
		user: mw.config.get('wgUserName'),
	};
}
