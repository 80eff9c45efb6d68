import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { Command } from 'commander';
import { openGraph } from '../query/index.js';
import { createMcpServer } from '../query/mcp/server.js';
import { packageVersion, SPARQL_TIMEOUT } from './serve.js';

/** `rawabit mcp`: a graph as tools for language-model assistants, over standard input and output. */
export function mcpCommand(): Command {
  return new Command('mcp')
    .description('offer a graph to language-model assistants over the Model Context Protocol')
    .argument('<graph>', 'a graph.json')
    .addHelpText(
      'after',
      `
Example of an assistant's settings:
  { "mcpServers": { "rawabit": { "command": "npx", "args": ["rawabit", "mcp", "/path/to/graph.json"] } } }

The tools only read. Answers come in pages, and each fact carries its evidence.`,
    )
    .action(async (file: string) => {
      const server = createMcpServer(
        await openGraph(file, { sparqlTimeout: SPARQL_TIMEOUT }),
        packageVersion(),
      );
      // Standard output belongs to the protocol from here on.
      const closed = new Promise<void>(resolve => {
        server.server.onclose = resolve;
        process.stdin.once('end', resolve).once('close', resolve);
      });
      await server.connect(new StdioServerTransport());
      await closed;
      await server.close();
    });
}
