import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/** The script that each file was compiled to, and its source. */
const compiled = new Map<string, { readonly source: string; readonly script: vm.Script }>();

// Every test file has a context of its own, in which Jest compiles each module again, those of the CDK too.
// A script is compiled once, and runs in any context.
vm.compileFunction = (source, parameters = [], { filename = '', parsingContext } = {}) => {
  let known = compiled.get(filename);
  if (known?.source !== source) {
    const head = `(function (${parameters.join(', ')}) {`;
    known = { source, script: new vm.Script(`${head}${source}\n})`, { filename, columnOffset: -head.length }) };
    compiled.set(filename, known);
  }
  return known.script.runInContext(parsingContext as vm.Context);
};

/** Jest's environment for Node, in which a process compiles each module once. */
export default TestEnvironment;
