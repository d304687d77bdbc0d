/** What the extension's parts say to its background: content scripts ask for a ticket, the panel redeems it and calls. */
import * as v from 'valibot';
import { Bytes32, WikiBase } from './primitives.ts';

/** A content script: put the dock into its own page. Answered when that is done. */
export const AskDockSchema = v.object({ kind: v.literal('dock') });

/** A content script, for its own tab. Answered with `TicketSchema`. */
export const AskTicketSchema = v.object({ kind: v.literal('ticket') });
export const TicketSchema = v.object({ ticket: Bytes32 });

/** A content script whose wiki had something switched off, for that wiki: is it still? Answered with `SwitchesSchema`. */
export const AskSwitchesSchema = v.object({ kind: v.literal('switches'), wiki: WikiBase });
/** Null where the wiki could not tell. */
export type Switches = readonly string[] | null;

/** The panel, in the tab the ticket was given for. Answered with `RedeemedSchema`, or null: then the frame stays empty. */
export const RedeemTicketSchema = v.object({ kind: v.literal('redeem'), ticket: Bytes32 });
export const RedeemedSchema = v.nullable(v.object({ origin: v.string() }));

/** The panel: a verb of the keeper, answered with its outcome. */
export const KeeperCallSchema = v.object({ kind: v.literal('keeper'), body: v.unknown() });

export const RuntimeMessageSchema = v.variant('kind', [
	AskDockSchema,
	AskTicketSchema,
	AskSwitchesSchema,
	RedeemTicketSchema,
	KeeperCallSchema,
]);

/** The first message to the panel's frame; the port travels with it. The gadget has no tickets. */
export const HelloSchema = v.object({ type: v.literal('wikihaven-panel'), ticket: v.nullable(Bytes32) });
export type Hello = v.InferOutput<typeof HelloSchema>;
