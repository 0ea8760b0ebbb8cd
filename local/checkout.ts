import { join, resolve } from 'node:path';

/** The root folder of the repository. */
export const CHECKOUT = resolve(import.meta.dirname, '..');

/** The folder of all files that local runs write; safe to delete while nothing runs. */
export const LOCAL_FOLDER = join(CHECKOUT, '.local');

/** The folder of the states that runs have kept. */
export const KEPT_STATES = join(LOCAL_FOLDER, 'kept');
