import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Loaded before the app: compiling the CDK takes most of a synthesis, and its result can be cached.
enableCompileCache(join(import.meta.dirname, '../dist/compile-cache'));
