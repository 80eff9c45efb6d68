/**
 * A read-only HTTP server for one graph. It is meant for the loopback address: it checks the Host header, so
 * that no web page can reach it under a name of its own (DNS rebinding), and sends no CORS headers.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Duplex, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { UserError } from '../../errors.js';
import { serializeGraph } from '../../graph/serialize.js';
import { type KnowledgeGraph, UnknownEntityError } from '../knowledge-graph.js';
import { QUESTIONS } from '../questions/index.js';
import { openApi } from './openapi.js';
import { HttpError, sparqlResponse } from './sparql-protocol.js';

export interface ServerOptions {
  /** The page at `/`, as pieces of text. */
  readonly page: () => Iterable<string> | AsyncIterable<string | Uint8Array>;
  /** The version that `/openapi.json` names. */
  readonly version: string;
}

/** The server, not yet listening. */
export function createGraphServer(graph: KnowledgeGraph, options: ServerOptions): Server {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
    handle(graph, options, request, response).catch(error => fail(response, error));
  });
  server.maxConnections = 64;
  server.on('clientError', refuse);
  return server;
}

async function handle(
  graph: KnowledgeGraph,
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-store');
  checkHost(request);
  const url = parseUrl(request.url);
  if (url.pathname === '/sparql') {
    if (!SPARQL_METHODS.includes(request.method ?? '')) {
      response.setHeader('Allow', SPARQL_METHODS.join(', '));
      throw new HttpError(405, 'SPARQL queries come by GET or POST.');
    }
    const { type, body } = await sparqlResponse(graph, request, url);
    return send(request, response, type, [body]);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    throw new HttpError(405, 'Only GET is answered here.');
  }
  if (url.pathname === '/') return send(request, response, 'text/html; charset=utf-8', options.page());
  if (url.pathname === '/graph.json') return send(request, response, JSON_TYPE, serializeGraph(graph.graph));
  if (url.pathname === '/openapi.json')
    return send(request, response, JSON_TYPE, [json(openApi(options.version))]);
  const question = QUESTIONS.find(({ path }) => path === url.pathname);
  if (question === undefined) throw new HttpError(404, `Nothing is at ${url.pathname}; see /openapi.json.`);
  await send(request, response, JSON_TYPE, [json(question.answer(graph, parametersOf(url)))]);
}

const JSON_TYPE = 'application/json; charset=utf-8';
const SPARQL_METHODS: readonly string[] = ['GET', 'HEAD', 'POST'];

/** Only the names of this machine, whatever the port. */
function checkHost({ headers }: IncomingMessage): void {
  const host = (headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  if (!['localhost', '127.0.0.1', '[::1]'].includes(host)) {
    throw new HttpError(421, 'This server answers only to localhost.');
  }
}

function parseUrl(target: string | undefined): URL {
  const base = 'http://localhost';
  if (target === undefined || !target.startsWith('/') || !URL.canParse(base + target)) {
    throw new HttpError(400, 'The address cannot be read.');
  }
  return new URL(base + target);
}

/** The query string; a parameter given several times becomes a list. */
function parametersOf({ searchParams }: URL): Record<string, string | string[]> {
  const names = [...new Set(searchParams.keys())];
  return Object.fromEntries(
    names.map(name => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  type: string,
  body: Iterable<string> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  response.setHeader('Content-Type', type);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(Readable.from(body, { objectMode: true }), response);
}

function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** What is no HTTP request; most often an address with Arabic letters as they are, which curl sends so. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const detail =
    error.code === 'HPE_INVALID_URL'
      ? 'Letters beyond ASCII in an address must be percent-encoded: curl -G ADDRESS --data-urlencode subject=NAME'
      : 'This is no HTTP request that can be read.';
  const body = json({ title: TITLES[400], status: 400, detail });
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** The error as RFC 9457 has it. What is not the asker's fault says nothing of the inside. */
function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, detail, more } = describe(error);
  if (status === 500)
    process.stderr.write(`rawabit: ${error instanceof Error ? error.stack : String(error)}\n`);
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  if (status === 413) response.setHeader('Connection', 'close');
  response.end(json({ title: TITLES[status] ?? 'Error', status, detail, ...more }));
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  413: 'Too large',
  415: 'Unsupported media type',
  421: 'Misdirected request',
  500: 'Internal error',
};

function describe(error: unknown): { status: number; detail: string; more?: object } {
  if (error instanceof HttpError) return { status: error.status, detail: error.message };
  if (error instanceof UnknownEntityError) {
    return { status: 404, detail: error.message, more: { suggestions: error.suggestions } };
  }
  if (error instanceof z.ZodError) return { status: 400, detail: z.prettifyError(error) };
  if (error instanceof UserError) return { status: error.usage ? 400 : 404, detail: error.message };
  return { status: 500, detail: 'The server failed.' };
}
