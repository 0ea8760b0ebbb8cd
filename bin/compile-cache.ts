import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Loaded before the app: most of a synthesis is spent on compiling the CDK, which is the same each time.
enableCompileCache(join(import.meta.dirname, '../dist/compile-cache'));
