/** Writes a graph's page to a temporary file, as a user's build does. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type HtmlOptions, html } from '../../../src/export/html.js';
import type { RelationGraph } from '../../../src/model.js';
import { schema } from './schema.js';

const folder = mkdtempSync(join(tmpdir(), 'rawabit-page-'));
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The page's text; its program is bundled first if the package has not been built. */
export async function pageText(graph: RelationGraph, options: HtmlOptions = {}): Promise<string> {
  if (!existsSync(join(root, 'dist/viewer/viewer.js'))) {
    execFileSync(process.execPath, [join(root, 'scripts/build-viewer.js')]);
  }
  let text = '';
  for await (const piece of html(graph, schema, options)) text += piece;
  return text;
}

/** The path of the written page. */
export async function pageFile(
  name: string,
  graph: RelationGraph,
  options: HtmlOptions = {},
): Promise<string> {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, await pageText(graph, options));
  return path;
}
