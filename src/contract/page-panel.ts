/** What page and panel say to each other: the panel asks for facts and closes itself, the page opens things in it. */
import * as v from 'valibot';
import { LanguageCode, RevisionId, Title, UserName, WikiBase } from './primitives.ts';
import { TargetSchema } from './target.ts';
import { IncidentSchema } from './incident.ts';
import type { Verbs } from './port.ts';

/** What the page says of itself. Never trusted for identity or evidence: the keeper asks the wiki. */
export const PageFactsSchema = v.object({
	wiki: WikiBase,
	/** `/wiki/$1`. */
	articlePath: v.pipe(v.string(), v.maxLength(300), v.includes('$1')),
	title: v.nullable(Title),
	revision: v.nullable(RevisionId),
	language: LanguageCode,
	dir: v.picklist(['ltr', 'rtl']),
	/** As the skin says: forced day or night, or as the system has it. */
	theme: v.picklist(['day', 'night', 'os']),
	skin: v.pipe(v.string(), v.maxLength(50)),
	/** Who the page says is logged in: a hint for words, nothing more. */
	user: v.nullable(UserName),
});
export type PageFacts = v.InferOutput<typeof PageFactsSchema>;

/** What to show: a system's view, with what was clicked. */
export const IntentSchema = v.variant('system', [
	v.object({ system: v.literal('report'), target: TargetSchema }),
	v.object({ system: v.literal('home') }),
	/** Files that were chosen, dropped or pasted in the page: hashed, and shown only where something is to be told. */
	v.object({ system: v.literal('upload'), files: v.array(v.unknown()) }),
]);
export type Intent = v.InferOutput<typeof IntentSchema>;

const Nothing = v.object({});

/**
 * Parameters of one call of the wiki's API, which the gadget's page makes for the panel: short names, no control over
 * where it goes. Only these actions: what the panel has no use for, a panel gone bad cannot ask for either. The last seven
 * are for handlers who act on a case and staff who take a file down: the wiki lets nobody use them without the right.
 */
export const ApiCallSchema = v.object({
	action: v.picklist([
		'query',
		'parse',
		'edit',
		'compare',
		'echomute',
		'emailuser',
		'options',
		'block',
		'protect',
		'revisiondelete',
		'rollback',
		'paraminfo',
		'delete',
		'purge',
	]),
	params: v.record(v.pipe(v.string(), v.regex(/^[a-z0-9_-]{1,60}$/i)), v.pipe(v.string(), v.maxLength(500_000))),
});
export type ApiCall = v.InferOutput<typeof ApiCallSchema>;

/** Served by the page. */
export const pageVerbs = {
	facts: { args: Nothing, answer: PageFactsSchema },
	/** Takes the panel away and puts the focus back where it was. `escape`: by that key, a second one then leaves the page. */
	close: { args: v.object({ escape: v.optional(v.boolean(), false) }), answer: Nothing },
	/** The gadget's way to the wiki; the extension's page answers `forbidden`. */
	api: { args: ApiCallSchema, answer: v.unknown() },
	/** The gadget's way to the wiki's Extension:ReportIncident; the extension's page answers `forbidden`. */
	handOff: { args: IncidentSchema, answer: Nothing },
	/** The panel that came without being seen has something to say (`show`), or nothing: then it goes, unless it was opened since.
	 * `hold`: the wiki asks to be read before a form with a file is sent: it is not sent until this is taken back. */
	appear: { args: v.object({ show: v.boolean(), hold: v.optional(v.boolean(), false) }), answer: Nothing },
	/** The gadget's way to other wikis whose files this one uses; the extension's page answers `forbidden`. */
	sharedFiles: { args: v.object({ base: WikiBase, sha1: v.string() }), answer: v.array(v.string()) },
	/** Quick exit: takes everything of ours out of the page and goes to the wiki's main page, leaving no step back. */
	leave: { args: Nothing, answer: Nothing },
	/** Systems that the configuration switches off: their buttons go. */
	switchedOff: { args: v.object({ systems: v.array(v.string()) }), answer: Nothing },
} as const satisfies Verbs;
export type PageVerbs = typeof pageVerbs;

/** Served by the panel. */
export const panelVerbs = {
	open: { args: IntentSchema, answer: Nothing },
	factsChanged: { args: PageFactsSchema, answer: Nothing },
} as const satisfies Verbs;
export type PanelVerbs = typeof panelVerbs;
