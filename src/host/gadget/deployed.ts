/** What the deploy bakes into the gadget: which backend it opens, and who runs that. */

/** Replaced in the text of the built gadget by gadget/deploy.ts; the build leaves the placeholders. */
declare const WIKIHAVEN_ORIGIN: string;
declare const WIKIHAVEN_OPERATOR: string;

export const deployed = { origin: WIKIHAVEN_ORIGIN, operator: WIKIHAVEN_OPERATOR };
