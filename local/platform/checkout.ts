import { join, resolve } from 'node:path';

/** The folder of the project. */
export const CHECKOUT = resolve(import.meta.dirname, '../..');

/** Where everything a local run writes goes; safe to delete while nothing runs. */
export const LOCAL_FOLDER = join(CHECKOUT, '.local');
