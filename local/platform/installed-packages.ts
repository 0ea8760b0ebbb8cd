import { execFile } from 'node:child_process';

/** Prints a fingerprint of the packages of which every file exists, as their `RECORD` lists them. */
const SCRIPT = `
import csv, glob, hashlib, os, sysconfig
site = sysconfig.get_path("purelib")
def is_complete(record):
    with open(record, newline="") as rows:
        files = (row[0] for row in csv.reader(rows) if not row[0].endswith(".pyc"))
        return all(os.path.exists(os.path.join(site, file)) for file in files)
records = glob.glob(os.path.join(site, "*.dist-info", "RECORD"))
names = sorted(os.path.basename(os.path.dirname(record)) for record in records if is_complete(record))
print(hashlib.sha256("\\n".join(names).encode()).hexdigest())
`;

/** Returns a fingerprint of the complete packages of a Python environment; undefined if its interpreter does not run. */
export async function installedPackages(python: string): Promise<string | undefined> {
  return await new Promise((resolve) => {
    execFile(python, ['-E', '-c', SCRIPT], { timeout: 20_000 }, (error, output) => {
      resolve(error ? undefined : output.trim());
    });
  });
}
