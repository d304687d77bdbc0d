/** The types of lock.mjs, which is plain JavaScript because it runs before Node 24 is there. */

/** Takes the lock, or says which process holds it. It is freed when released or when this process ends. */
export function tryLock(file: string): { holder: 0; release: () => void } | { holder: number };

/** Waits for the lock and gives the function that frees it; `onWait` is told once who holds it. */
export function lock(file: string, onWait?: (holder: number) => void): Promise<() => void>;
