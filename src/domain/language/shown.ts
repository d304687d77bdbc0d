/** Which of the languages that Wikihaven speaks a person is shown, for any language of a wiki or a browser. */

export const shownLanguages = ['en', 'ar', 'de', 'es', 'hi', 'zh-hans'] as const;
export type ShownLanguage = (typeof shownLanguages)[number];

/** Source: MediaWiki 1.43, `$fallback` in languages/messages; first subtags only, what ends in English left out. */
const nearest: Readonly<Partial<Record<ShownLanguage, string>>> = {
	ar: 'acm aeb apc arq ary arz',
	de: 'als bar dsb frr gsw hrx hsb ksh lb nds pdc pdt pfl rm sli stq vmf',
	es: 'an arn ast avk ay cbk ext gn guc lad nah qu qug',
	hi: 'anp awa gom mag mai sa',
	'zh-hans': 'ami cdo cpx gan hak hsn ii lzh nan pwn szy tay trv wuu yue za zh',
};

/** `tag`: a MediaWiki language code or a BCP 47 tag, in any case. English where none of ours is near. */
export function shownLanguage(tag: string): ShownLanguage {
	const [first = ''] = tag.toLowerCase().split('-');
	return shownLanguages.find((code) => code === first || nearest[code]?.split(' ').includes(first)) ?? 'en';
}

/** The direction that its words run in. */
export const directionOf = (language: ShownLanguage): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
