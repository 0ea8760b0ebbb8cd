import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { CHECKOUT } from '../checkout.ts';

/**
 * Returns those of the changed files that a template may depend on, relative to the repository.
 *
 * Sources of functions can be among them, such as the schema of a request.
 *
 * @throws BuildFailure of esbuild if a source of the app cannot be read or has a syntax error
 */
export async function appFilesAmong(changed: string[]): Promise<string[]> {
  const imported = await importedFiles();
  // No import names a mapping template or the handler of a function. The app checks that each handler exists.
  const isRead = (file: string) => !file.endsWith('.ts') || !existsSync(join(CHECKOUT, file));
  return changed.filter((file) => imported.has(file) || isRead(file));
}

async function importedFiles(): Promise<Set<string>> {
  const { metafile } = await build({
    entryPoints: ['bin/app.ts'],
    absWorkingDir: CHECKOUT,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return new Set(Object.keys(metafile.inputs));
}
