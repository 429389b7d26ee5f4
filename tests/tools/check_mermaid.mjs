// Has Mermaid itself parse diagrams: node check_mermaid.mjs FILE…
// Finds `mermaid` and `jsdom` (npm) in NODE_PATH; exit 1 if any diagram is refused.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const modules = process.env.NODE_PATH;
const { JSDOM } = createRequire(import.meta.url)(`${modules}/jsdom`);
const { window } = new JSDOM('<!doctype html><body></body>');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import(pathToFileURL(`${modules}/mermaid/dist/mermaid.core.mjs`).href);

for (const file of process.argv.slice(2)) {
  try {
    const { diagramType } = await mermaid.parse(readFileSync(file, 'utf8'));
    console.log(`${file}: ${diagramType}`);
  } catch (error) {
    console.error(`${file}: ${error.message}`);
    process.exitCode = 1;
  }
}
