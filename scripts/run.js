// Runs a TypeScript file: node scripts/run.js scripts/print-schema.ts [ARGUMENT…]
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, generate } from './build.js';

const [file = '', ...rest] = process.argv.slice(2);
const name = basename(file, '.ts');
generate();
await bundle({ [name]: file });
process.argv = [process.execPath, file, ...rest];
await import(pathToFileURL(join('dist', `${name}.js`)).href);
