/** Every system of the panel: to add or remove one is to change this list. */
import type { Feature } from '../panel.ts';
import { handling } from './case/index.ts';
import { custody } from './custody/index.ts';
import { follow } from './follow/index.ts';
import { hearing } from './hearing/index.ts';
import { home } from './home/index.ts';
import { keys } from './keys/index.ts';
import { report } from './report/index.ts';
import { review } from './review/index.ts';
import { upload } from './upload/index.ts';

export const features: readonly Feature[] = [home, report, follow, hearing, handling, keys, custody, upload, review];
