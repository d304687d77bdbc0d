/** Day or night, as the skin says it on <html> (Vector 2022 and Minerva; other skins know day only). */
import type { PageFacts } from '../contract/page-panel.ts';

export function themeOf(html: Element): PageFacts['theme'] {
	if (html.classList.contains('skin-theme-clientpref-night')) return 'night';
	return html.classList.contains('skin-theme-clientpref-os') ? 'os' : 'day';
}
