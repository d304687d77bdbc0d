/** Hearing, deciding and passing on: the code of all three loads with an open case. */
import { lazyView } from '../../../ui/lazy.tsx';
import type { DecidingProps } from './deciding.tsx';

export const Deciding = lazyView<DecidingProps>(async () => (await import('./deciding.tsx')).Deciding);
