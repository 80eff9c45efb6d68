/** The query operation of the SPARQL 1.1 Protocol: by GET, and by POST of a form or of the query itself. */
import type { IncomingMessage } from 'node:http';
import type { KnowledgeGraph } from '../knowledge-graph.js';
import {
  answersWithGraph,
  GRAPH_FORMATS,
  type GraphFormat,
  MEDIA_TYPES,
  RESULT_FORMATS,
  type ResultFormat,
} from '../sparql/query.js';

/** An answer other than 200. */
export class HttpError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'HttpError';
    this.status = status;
  }
}

/** Bytes of a query at most. */
const MAX_QUERY = 100_000;

export async function sparqlResponse(
  graph: KnowledgeGraph,
  request: IncomingMessage,
  url: URL,
): Promise<{ readonly type: string; readonly body: string }> {
  const query = await queryOf(request, url);
  const formats: readonly (ResultFormat | GraphFormat)[] = answersWithGraph(query)
    ? GRAPH_FORMATS
    : RESULT_FORMATS;
  const format = negotiate(request.headers.accept, formats);
  return { type: `${MEDIA_TYPES[format]}; charset=utf-8`, body: await graph.sparqlText(query, format) };
}

async function queryOf(request: IncomingMessage, url: URL): Promise<string> {
  const { method, headers } = request;
  if (method === 'GET' || method === 'HEAD') return only(url.searchParams);
  const type = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return only(new URLSearchParams(await bodyOf(request)));
  if (type === 'application/sparql-query') {
    const query = await bodyOf(request);
    only(new URLSearchParams([...url.searchParams, ['query', query]]));
    return query;
  }
  if (type === 'application/sparql-update') throw new HttpError(405, 'The graph is read-only.');
  throw new HttpError(415, 'POST a form, or a query as application/sparql-query.');
}

/** The one query; the other parameters of the protocol ask for what this server does not do. */
function only(parameters: URLSearchParams): string {
  if (parameters.has('update')) throw new HttpError(405, 'The graph is read-only.');
  for (const name of ['default-graph-uri', 'named-graph-uri']) {
    if (parameters.has(name))
      throw new HttpError(400, `There is one graph only; ${name} cannot choose another.`);
  }
  const [query, ...more] = parameters.getAll('query');
  if (query === undefined || more.length > 0) throw new HttpError(400, 'Give one parameter named query.');
  if (query.length > MAX_QUERY) throw new HttpError(413, `A query has at most ${MAX_QUERY} characters.`);
  return query;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // A form triples the size of Arabic letters, and more.
    if (size > 6 * MAX_QUERY) throw new HttpError(413, 'The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The first format among the most wanted ones; the first of all without a wish. */
function negotiate<Format extends ResultFormat | GraphFormat>(
  accept: string | undefined,
  formats: readonly Format[],
): Format {
  const [standard] = formats;
  if (standard === undefined) throw new HttpError(406, 'No format.');
  if (accept === undefined || accept.trim() === '') return standard;
  const wishes = accept.split(',').map(part => {
    const [type = '', ...parameters] = part.split(';').map(piece => piece.trim().toLowerCase());
    const weight = Number(parameters.find(parameter => parameter.startsWith('q='))?.slice(2) ?? '1');
    return { type, weight: Number.isFinite(weight) ? weight : 0 };
  });
  wishes.sort((a, b) => b.weight - a.weight);
  for (const { type, weight } of wishes) {
    if (weight <= 0) continue;
    const found = formats.find(format => fits(MEDIA_TYPES[format], type));
    if (found !== undefined) return found;
  }
  throw new HttpError(406, `This query answers as ${formats.map(format => MEDIA_TYPES[format]).join(', ')}.`);
}

function fits(type: string, wish: string): boolean {
  if (wish === '*/*' || wish === type || wish === `${type.split('/', 1)[0]}/*`) return true;
  // Plain application/json is what most clients ask for when they mean SPARQL's.
  return type === MEDIA_TYPES.json && wish === 'application/json';
}
