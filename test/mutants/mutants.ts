import { isEquivalent } from './equivalent.ts';
import { hunt } from './hunt/hunter.ts';
import { importersOf } from './hunt/import-graph.ts';
import { LanguageServer } from './language-server.ts';
import { allMutants, changedFile } from './mutant.ts';
import { sampleOf } from './sample.ts';

// Breaks the code by rule, one place at a time: a unit test or the type check must notice each. `npm run mutants:code`

const isAll = process.argv.includes('--all');
const wanted = process.argv.slice(2).filter((argument) => argument !== '--all');
const known = allMutants().filter((mutant) => !isEquivalent(mutant));
const mutants = (isAll ? known : sampleOf(known)).filter(({ file, rule }) =>
  wanted.every((part) => `${file} ${rule}`.includes(part)),
);
if (mutants.length === 0) throw new Error(`no mutant has a file or a rule with "${wanted}"`);

const started = performance.now();
const seconds = () => Math.round((performance.now() - started) / 1_000);
const typeCheck = new LanguageServer();
await typeCheck.start();
let survivors = 0;
await hunt(mutants, async (mutant, { by, changesTemplates }) => {
  const caughtBy = by
    ? `${by.test}: ${by.error}`
    : (await typeCheck.errorsOf(changedFile(mutant), importersOf(mutant.file)))[0];
  const { file, line, rule, from, to } = mutant;
  const name = `${file}:${line} ${rule}`;
  if (caughtBy) return console.log(`caught   ${name} — ${caughtBy}`);
  survivors++;
  console.log(`SURVIVED ${name}${changesTemplates ? ' (only in templates)' : ''}\n  ${from}\n  ${to}`);
});
typeCheck.end();
console.log(`${mutants.length} mutants by rule, ${survivors} survived, ${seconds()} s`);
process.exitCode = survivors > 0 ? 1 : 0;
