import { join } from 'node:path';
import { LOCAL_FOLDER } from '../../local/checkout.ts';

/** The file in which the emulator lists the properties that the templates set and that it never reads. */
export const UNREAD_PROPERTIES = join(LOCAL_FOLDER, 'unread-properties.txt');
