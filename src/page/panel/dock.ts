/** Opens the panel with a port of its own, shows things in it, closes it: the part that both hosts share. */
import {
	pageVerbs,
	panelVerbs,
	type Intent,
	type PageFacts,
	type PageVerbs,
	type PanelVerbs,
} from '../../contract/page-panel.ts';
import { connect, type Client, type Handlers } from '../../contract/port.ts';
import { done, failed } from '../../contract/problem.ts';
import type { Hello } from '../../contract/runtime.ts';
import { holdForms } from './hold.ts';
import { leavePage, secondEscape } from './leave.ts';
import { dockMessage } from './messages.ts';
import { drawFrame, type Frame } from './frame.ts';

/** Where the panel lies, and what makes it believe that this page was told to open it. */
export interface PanelSource {
	readonly src: string;
	readonly origin: string;
	readonly ticket: string | null;
}

export interface DockOptions {
	/**
	 * Asked once for each opening; null when the person declined or was told why there is none. `unasked`: nobody pressed
	 * anything of ours.
	 */
	source(unasked: boolean): Promise<PanelSource | null>;
	facts(): PageFacts | null;
	readonly api: Handlers<PageVerbs>['api'];
	readonly handOff: Handlers<PageVerbs>['handOff'];
	readonly sharedFiles: Handlers<PageVerbs>['sharedFiles'];
	/** Takes everything of ours out of this page. */
	end(): void;
	switchedOff(systems: readonly string[]): void;
	/** What this host has where the panel does not open; left out: a sentence in its place. `again` tries anew. */
	instead?(again: () => void): void;
	/** How long the panel may take to answer once it is loaded, in milliseconds. */
	readonly patienceMs?: number;
	readonly signal: AbortSignal;
}

/** For loading and answering together: a server that takes what comes and answers nothing never loads. */
const longestMs = 30_000;

/**
 * A second Escape pressed right after the first may be on its way to the panel when that goes: it would leave nowhere, so the
 * panel that Escape closed stays this long, unseen.
 */
const fadeMs = 300;

/** One opening, until it is closed. */
interface Opened {
	panel: Promise<Client<PanelVerbs> | null>;
	frame: Frame | null;
	/** Whether anybody is to see it; files are looked at without. */
	shown: boolean;
	fail(): void;
	/** Fires where neither came in time. */
	late: ReturnType<typeof setTimeout> | undefined;
}

export function createDock(options: DockOptions): (intent: Intent) => Promise<void> {
	const leave = (): void => leavePage(options.facts()?.wiki, options.end);
	const armed = secondEscape(leave, options.signal);
	let open: Opened | null = null;

	function begin(intent: Intent): Opened {
		const ending = new AbortController();
		const signal = AbortSignal.any([ending.signal, options.signal]);
		const close = (): void => ending.abort();
		const fail = (): void => {
			if (signal.aborted) return;
			// Nobody waits for it, and an upload is not to be disturbed.
			if (!mine.shown) return close();
			if (!options.instead) return mine.frame?.fail(`${dockMessage('dock-failed')} ${dockMessage('dock-danger')}`);
			close();
			options.instead(() => void show(intent));
		};
		const shown = intent.system !== 'upload';
		const mine: Opened = { panel: Promise.resolve(null), frame: null, shown, fail, late: undefined };
		signal.addEventListener('abort', () => {
			clearTimeout(mine.late);
			mine.frame?.remove();
			if (open === mine) open = null;
		});
		let held = new AbortController();
		const handlers: Handlers<PageVerbs> = {
			facts: () => {
				const facts = options.facts();
				return facts ? done(facts) : failed('not-found');
			},
			close: ({ escape }) => {
				if (escape) {
					armed.arm();
					mine.frame?.fade();
					open = null;
				}
				// After the answer is on its way.
				setTimeout(close, escape ? fadeMs : 0);
				return done({});
			},
			api: options.api,
			handOff: options.handOff,
			sharedFiles: options.sharedFiles,
			appear: ({ show, hold }) => {
				held.abort();
				held = new AbortController();
				if (hold) holdForms(() => void mine.frame?.iframe.focus(), AbortSignal.any([signal, held.signal]));
				if (show) reveal(mine);
				else if (!mine.shown) setTimeout(close);
				return done({});
			},
			leave: () => {
				leave();
				return done({});
			},
			switchedOff: ({ systems }) => {
				options.switchedOff(systems);
				return done({});
			},
		};
		mine.panel = options.source(!shown).then(async (source) => {
			if (!source) close();
			if (!source || signal.aborted) return null;
			const { iframe } = (mine.frame = drawFrame(source.src, close, armed.arm));
			if (mine.shown) mine.frame.show();
			mine.late = setTimeout(fail, longestMs);
			await new Promise((give) => {
				iframe.addEventListener('load', give, { once: true, signal });
				signal.addEventListener('abort', give);
			});
			if (signal.aborted) return null;
			const { port1, port2 } = new MessageChannel();
			const hello = { type: 'wikihaven-panel', ticket: source.ticket } satisfies Hello;
			iframe.contentWindow?.postMessage(hello, source.origin, [port2]);
			return connect(port1, pageVerbs, handlers, panelVerbs, signal, options.patienceMs);
		});
		return mine;
	}

	function reveal(opened: Opened): void {
		opened.shown = true;
		opened.frame?.show();
	}

	async function show(intent: Intent): Promise<void> {
		const now = (open ??= begin(intent));
		if (intent.system !== 'upload') reveal(now);
		try {
			const shown = await (await now.panel)?.call('open', intent);
			if (shown?.ok) {
				clearTimeout(now.late);
				now.frame?.ready(intent.system !== 'upload');
			} else if (shown && shown.problem !== 'cancelled') now.fail();
		} catch {
			now.fail();
		}
	}
	return show;
}
