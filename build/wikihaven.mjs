#!/usr/bin/env node
/** The package's bin: the command line, on Node 24 wherever it is called from. */
import { join } from 'node:path';

process.argv.splice(2, 0, join(import.meta.dirname, '..', 'src', 'host', 'cli', 'main.ts'));
await import('./bootstrap.mjs');
