import { BUNDLES, bundleInto } from './bundle-functions.ts';

// A process of its own: constructs are made synchronously, but esbuild runs plugins only asynchronously.
await bundleInto(BUNDLES);
