#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { UserError } from '../errors.js';
import { writeError } from '../export/write.js';
import { buildCommand } from './build.js';
import { optimizeLater } from './compiler.js';
import { diffCommand } from './diff.js';
import { entitiesCommand } from './entities.js';
import { explainCommand } from './explain.js';
import { exportCommand } from './export.js';
import { extractCommand } from './extract.js';
import { mcpCommand } from './mcp.js';
import { queryCommand } from './query.js';
import { schemaCommand } from './schema.js';
import { serveCommand } from './serve.js';
import { sparqlCommand } from './sparql.js';

const { version, description } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string; description: string };

/** The whole command line. Each command is one file that returns a commander `Command`. */
export function createProgram(): Command {
  const program = new Command('rawabit')
    .description(description)
    .version(version)
    .showHelpAfterError('(run it with --help for its options)');
  const commands = [
    buildCommand,
    extractCommand,
    entitiesCommand,
    explainCommand,
    exportCommand,
    queryCommand,
    sparqlCommand,
    diffCommand,
    serveCommand,
    mcpCommand,
    schemaCommand,
  ];
  for (const create of commands) program.addCommand(create().copyInheritedSettings(program));
  return program;
}

/** Runs the program and returns its exit code: 0 done, 1 the work failed, 2 wrong usage. */
export async function run(argv: readonly string[]): Promise<number> {
  const program = createProgram();
  for (const command of [program, ...program.commands]) command.exitOverride();
  try {
    await program.parseAsync(argv, { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UserError) {
      process.stderr.write(`rawabit: ${error.message}\n`);
      return error.usage ? 2 : 1;
    }
    throw error;
  }
}

// A reader that stops early (`rawabit query … | head`) is no error.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0);
  const told = writeError(error, 'to standard output');
  if (!(told instanceof UserError)) throw error;
  process.stderr.write(`rawabit: ${told.message}\n`);
  process.exit(1);
});
optimizeLater();
process.exitCode = await run(process.argv.slice(2));
