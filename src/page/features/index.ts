/** The registry of what stands in the wiki page, a file a system. */
import type { Feature } from './feature.ts';
import { home } from './home.ts';
import { report } from './report.ts';
import { upload } from './upload.ts';

export const features: readonly Feature[] = [home, report, upload];
