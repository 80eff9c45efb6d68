import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { Command, InvalidArgumentError } from 'commander';
import { UserError } from '../errors.js';
import { exporterNamed } from '../export/index.js';
import { createGraphServer } from '../query/http/server.js';
import { openGraph } from '../query/index.js';
import { loadSchema } from '../schema/index.js';

/** Milliseconds that a query of a client may take. */
export const SPARQL_TIMEOUT = 30_000;

interface Options {
  readonly port: number;
}

/** `rawabit serve`: the page, a read-only JSON API and SPARQL on the loopback address, until it is interrupted. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the page, a JSON API and SPARQL of a graph on this machine')
    .argument('<graph>', 'a graph.json')
    .option('-p, --port <port>', 'port on 127.0.0.1; 0 takes a free one', portNumber, 7411)
    .addHelpText(
      'after',
      `
Examples:
  rawabit serve output/graph.json
  curl -sG http://127.0.0.1:7411/api/relations --data-urlencode subject=بوتين -d type=visits | jq .items
  curl -s http://127.0.0.1:7411/sparql --data-urlencode 'query=SELECT (COUNT(*) AS ?n) { ?f a rw:Fact }'

/ is the page, /openapi.json describes the API, /graph.json is the whole graph. Only this machine is answered.`,
    )
    .action(async (file: string, { port }: Options) => {
      const graph = await openGraph(file, { sparqlTimeout: SPARQL_TIMEOUT });
      const schema = loadSchema();
      const page = () => exporterNamed('html').files(graph.graph, schema, {})[0]?.chunks ?? [];
      const server = createGraphServer(graph, { page, version: packageVersion() });
      server.listen(port, '127.0.0.1');
      // It rejects with the server's error.
      await once(server, 'listening').catch(error => {
        throw listenError(error as NodeJS.ErrnoException, port);
      });
      process.stderr.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/  (Ctrl+C stops)\n`);
      const stop = () => {
        server.close();
        server.closeAllConnections();
      };
      process.once('SIGINT', stop).once('SIGTERM', stop);
      await once(server, 'close');
      process.off('SIGINT', stop).off('SIGTERM', stop);
    });
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new UserError(`port ${port} is taken; choose another with --port.`);
  if (error.code === 'EACCES') return new UserError(`port ${port} needs more rights; choose one above 1023.`);
  return error;
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535)
    throw new InvalidArgumentError('It must be from 0 to 65535.');
  return Number(text);
}

/** The version of the package, as its package.json has it. */
export function packageVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
}
