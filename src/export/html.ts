/**
 * `graph.html`: the interactive page, one file that opens from disk and asks the network for nothing.
 * The program and the style are bundled when the package is built; here they are joined with the data.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { UserError } from '../errors.js';
import type { RelationGraph } from '../model.js';
import type { Schema } from '../schema/types.js';
import { PAGE_LIMITS, type PageLimits } from './html-limits.js';
import { unplacedPayload } from './html-payload.js';
import type { Payload } from './html-rows.js';

export interface HtmlOptions {
  /** Stands in the window's title and at the head of the page. */
  readonly title?: string;
  /** How much the page carries at most. */
  readonly limits?: Partial<PageLimits>;
  /** Where the positions of the nodes are still to come: when they are there. */
  readonly placed?: Promise<unknown>;
}

/** The page as pieces of text to write one after another. Throws a {@link UserError} where the bundle is missing. */
export async function* html(
  graph: RelationGraph,
  schema: Schema,
  options: HtmlOptions = {},
): AsyncIterable<string> {
  const bundle = readBundle();
  const title = options.title ?? 'Rawabit';
  const limits = { ...PAGE_LIMITS, ...options.limits };
  const {
    nodes: nodeRows,
    edges,
    sentences,
    articles,
    ...rest
  } = unplacedPayload(graph, schema, { title, limits });
  // The largest part, made while the positions are awaited.
  const tables = Object.entries({ edges, sentences, articles }).flatMap(([name, rows]) =>
    tableJson(name, rows),
  );
  await options.placed;
  const nodes = nodeRows();
  const heading = JSON.stringify({ ...rest, flags: flagsOf(nodes, bundle.flags) }).slice(0, -1);
  yield head(title, bundle);
  yield dataElement('world', bundle.world);
  yield* payloadElement([heading, ...tableJson('nodes', nodes), ...tables, '}']);
  yield `<script>${bundle.script}</script>\n</body>\n</html>\n`;
}

interface Bundle {
  readonly script: string;
  readonly style: string;
  readonly world: string;
  readonly flags: Readonly<Record<string, string>>;
}

function readBundle(): Bundle {
  const read = (name: string) => {
    try {
      return readFileSync(new URL(`../../dist/viewer/${name}`, import.meta.url), 'utf8');
    } catch (cause) {
      throw new UserError(`The page's program dist/viewer/${name} is missing: run "npm run build" first.`, {
        cause,
      });
    }
  };
  return {
    script: read('viewer.js'),
    style: read('viewer.css'),
    world: read('world.json'),
    flags: JSON.parse(read('flags.json')) as Record<string, string>,
  };
}

function head(title: string, bundle: Bundle): string {
  const policy = [
    "default-src 'none'",
    `script-src '${digest(bundle.script)}'`,
    `style-src '${digest(bundle.style)}'`,
    'img-src data: blob:',
    'font-src data:',
    // The layout's worker is made from the page's own program.
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Rawabit">
<title>${escapeText(title)}</title>
<style>${bundle.style}</style>
</head>
<body>
<noscript>This page draws a graph and needs JavaScript. ترسم هذه الصفحة شبكة وتحتاج إلى JavaScript.</noscript>
<div id="app"><p class="loading">روابط · Rawabit</p></div>
`;
}

/** The flags of the countries in the graph; the others would only add weight. */
function flagsOf(nodes: Payload['nodes'], flags: Bundle['flags']): Record<string, string> {
  const codes = new Set(nodes.flatMap(row => [row[6], row[8]]).filter(code => code !== 0));
  const found: Record<string, string> = {};
  for (const code of [...codes].sort()) {
    const flag = flags[code.toLowerCase()];
    if (flag !== undefined) found[code] = flag;
  }
  return found;
}

/** From this many characters on, the data is packed: the file is a quarter as large, and opens sooner. */
const PACK_FROM = 2_000_000;

/** Large tables are written row by row, so that no single string grows past what the engine can hold. */
async function* payloadElement(pieces: readonly string[]): AsyncIterable<string> {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length < PACK_FROM) {
    yield '<script type="application/json" id="graph">';
    for (const piece of pieces) yield embed(piece);
  } else {
    yield '<script type="text/plain" id="graph" data-packed="deflate-raw base64">';
    yield (await pack(pieces)).toString('base64');
  }
  yield '</script>\n';
}

/** A table as a member of an object, with a comma before it. */
function tableJson(name: string, rows: readonly unknown[]): string[] {
  const pieces = [`,"${name}":[`];
  for (let start = 0; start < rows.length; start += 500) {
    const text = JSON.stringify(rows.slice(start, start + 500));
    pieces.push(`${start === 0 ? '' : ','}${text.slice(1, -1)}`);
  }
  return [...pieces, ']'];
}

/** Takes its time beside this thread, which can write other files meanwhile. */
function pack(pieces: readonly string[]): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0));
  let end = 0;
  for (const piece of pieces) end += bytes.write(piece, end);
  // A third faster than by default for 2% more: so it is done when the other files are. Each chunk waits for this thread
  // to take it: few large ones wait seldom.
  return promisify(deflateRaw)(bytes, { level: 5, memLevel: 9, chunkSize: 1 << 20 });
}

function dataElement(id: string, json: string): string {
  return `<script type="application/json" id="${id}">${embed(json)}</script>\n`;
}

/** JSON in which no `<` is left that could end the element it stands in. */
function embed(json: string): string {
  return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function escapeText(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, sign => entities[sign] ?? '');
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
