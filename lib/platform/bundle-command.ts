import { updateBundles } from './bundle-record.ts';

// A process of its own: constructs are made synchronously, but esbuild runs plugins only asynchronously.
await updateBundles();
