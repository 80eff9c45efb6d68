/** Reads `graph.json` back. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { SerializedEdge, SerializedGraph, SerializedNode } from 'graphology-types';
import { UserError } from '../errors.js';
import type {
  ArticleRecord,
  EdgeAttributes,
  GraphAttributes,
  NodeAttributes,
  RelationGraph,
} from '../model.js';
import { createGraph } from './graph.js';
import { LAYOUT } from './serialize.js';

/**
 * The graph in a file. A file as {@link serializeGraph} lays it out is read line by line, however large it
 * is; the same JSON in any other layout is read as a whole.
 *
 * Throws a {@link UserError} that names the file, and the line where one is known, when the file cannot be
 * read, is not JSON, is not a graph of Rawabit, or was written by a newer version.
 */
export async function readGraph(path: string): Promise<RelationGraph> {
  const lines = readLines(path);
  try {
    const first = await lines.next();
    if (!first.done && first.value === LAYOUT.opening) return await readLaidOut(path, lines);
  } catch (error) {
    throw asUserError(error, path);
  } finally {
    await lines.return(undefined);
  }
  return readWhole(path);
}

type Section = 'header' | 'articles' | 'nodes' | 'edges' | 'end';

async function readLaidOut(path: string, lines: AsyncIterable<string>): Promise<RelationGraph> {
  const graph = createGraph();
  const articles: [string, ArticleRecord][] = [];
  let section: Section = 'header';
  let number = 1;
  for await (const line of lines) {
    number += 1;
    const at = `${path}:${number}`;
    if (section === 'header') {
      graph.replaceAttributes({ ...headerAttributes(line, at), articles: {} });
      section = 'articles';
    } else if (section === 'articles') {
      if (line === LAYOUT.nodes) section = 'nodes';
      else articles.push(...Object.entries(parse<Record<string, ArticleRecord>>(`{${row(line)}}`, at)));
    } else if (section === 'nodes') {
      if (line === LAYOUT.edges) section = 'edges';
      else addNode(graph, parse(row(line), at), at);
    } else if (section === 'edges') {
      if (line === LAYOUT.end) section = 'end';
      else addEdge(graph, parse(row(line), at), at);
    } else if (line.trim() !== '') {
      throw new UserError(`${at}: text after the end of the graph.`);
    }
  }
  if (section !== 'end') {
    throw new UserError(
      `${path}:${number}: the file ends too early (among the ${section}); it was cut off. Build it again.`,
    );
  }
  // Object.fromEntries keeps even an article called __proto__ an ordinary member.
  graph.setAttribute('articles', Object.fromEntries(articles));
  return graph;
}

function headerAttributes(line: string, at: string): GraphAttributes {
  if (!line.startsWith(LAYOUT.attributes) || !line.endsWith(LAYOUT.articles)) {
    throw new UserError(`${at}: expected the attributes of the graph here.`);
  }
  const attributes = parse<GraphAttributes>(`${line.slice(LAYOUT.attributes.length)}}}`, at);
  checkFormat(attributes, at);
  return attributes;
}

/** A line without the comma that joins it to the next one. */
function row(line: string): string {
  return line.endsWith(',') ? line.slice(0, -1) : line;
}

async function readWhole(path: string): Promise<RelationGraph> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw asUserError(error, path);
  }
  const data = parse<Partial<SerializedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>>>(
    text.replace(/^\uFEFF/, ''),
    path,
  );
  if (typeof data !== 'object' || data === null) throw notAGraph(path);
  checkFormat(data.attributes, path);
  if (!Array.isArray(data.nodes) || !Array.isArray(data.edges)) throw notAGraph(path);
  const graph = createGraph();
  graph.replaceAttributes({ ...data.attributes, articles: data.attributes.articles ?? {} });
  for (const [index, node] of data.nodes.entries()) addNode(graph, node, `${path}: node ${index + 1}`);
  for (const [index, edge] of data.edges.entries()) addEdge(graph, edge, `${path}: edge ${index + 1}`);
  return graph;
}

function checkFormat(attributes: unknown, at: string): asserts attributes is GraphAttributes {
  const { format, version } = (attributes ?? {}) as { format?: unknown; version?: unknown };
  if (format !== 'rawabit-graph') throw notAGraph(at);
  if (version !== 1) {
    throw new UserError(
      `${at}: version ${String(version)} of the graph format; this program reads version 1. Update rawabit.`,
    );
  }
}

function addNode(graph: RelationGraph, node: SerializedNode<NodeAttributes>, at: string): void {
  if (typeof node?.key !== 'string' || typeof node.attributes !== 'object' || node.attributes === null) {
    throw new UserError(`${at}: expected a node with "key" and "attributes".`);
  }
  if (graph.hasNode(node.key)) throw new UserError(`${at}: the node ${node.key} is there twice.`);
  graph.addNode(node.key, node.attributes);
}

function addEdge(graph: RelationGraph, edge: SerializedEdge<EdgeAttributes>, at: string): void {
  const { key, source, target, attributes } = edge ?? {};
  if (typeof key !== 'string' || typeof attributes !== 'object' || attributes === null) {
    throw new UserError(`${at}: expected an edge with "key", "source", "target" and "attributes".`);
  }
  for (const end of [source, target]) {
    if (!graph.hasNode(end))
      throw new UserError(`${at}: the edge ${key} names ${end}, which is no node of the graph.`);
  }
  if (graph.hasEdge(key)) throw new UserError(`${at}: the edge ${key} is there twice.`);
  graph.addDirectedEdgeWithKey(key, source, target, attributes);
}

function parse<T>(text: string, at: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new UserError(`${at}: not valid JSON (${(cause as Error).message}).`, { cause });
  }
}

function notAGraph(at: string): UserError {
  return new UserError(`${at}: not a graph of Rawabit. Give the graph.json that "rawabit build" wrote.`);
}

/** Error of the file system, or of a file that no string can hold. */
function asUserError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const say = (why: string) => new UserError(`${path}: ${why}`, { cause: error });
  if (code === 'ENOENT' || code === 'ENOTDIR') return say('there is no such file.');
  if (code === 'EISDIR') return say('is a folder; give the graph.json in it.');
  if (code === 'EACCES' || code === 'EPERM') return say('may not be read.');
  if (code === 'ERR_STRING_TOO_LONG' || code === 'ERR_FS_FILE_TOO_LARGE') {
    return say(
      'too large to be read in this layout; only the layout that rawabit writes can be read at this size.',
    );
  }
  return error;
}

const NEWLINE = 0x0a;

/**
 * The lines of a file, split at line feeds only: Node's readline also splits at U+2028, which JSON texts
 * may hold. A first line longer than {@link LONGEST_OPENING} is no opening of ours and ends the reading.
 */
async function* readLines(path: string): AsyncGenerator<string, undefined, undefined> {
  let rest: Buffer[] = [];
  let length = 0;
  let isFirst = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const line = chunk.subarray(start, end);
      yield (rest.length === 0 ? line : Buffer.concat([...rest, line])).toString('utf8');
      isFirst = false;
      rest = [];
      length = 0;
      start = end + 1;
    }
    if (start < chunk.length) {
      rest.push(chunk.subarray(start));
      length += chunk.length - start;
      if (isFirst && length > LONGEST_OPENING) return;
    }
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8');
}

const LONGEST_OPENING = 1 << 16;
