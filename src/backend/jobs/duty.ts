/** Looks every few seconds whether somebody is to be told that something waits. */
import { tellDuty } from '../duty/tell.ts';
import type { Services } from '../services.ts';
import { startLoop } from './loop.ts';

const pause = 15_000;

export function startDuty(services: Services, signal: AbortSignal): void {
	startLoop(pause, (ending) => tellDuty(services, ending), services.log, signal);
}
