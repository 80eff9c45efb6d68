import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IngestOptions } from '../ingest/index.js';
import type { Schema } from '../schema/types.js';

const PROGRAM = fileURLToPath(new URL('../', import.meta.url));
const MODELS = fileURLToPath(new URL('../../graph-schema/models/', import.meta.url));
/** What an article's extraction depends on. */
const ROOMS = ['extract', 'ingest', 'language', 'schema'];

/**
 * A hash of all that an extraction depends on beside its article: the program's own code, its models, the
 * schema and the way in which input is read. What was kept by another maker is of no use.
 */
export function makerOf(schema: Schema, ingest: IngestOptions = {}): string {
  const hash = createHash('sha256');
  const { stdin: _, ...options } = ingest;
  hash.update(JSON.stringify([schema, options]));
  for (const folder of [...ROOMS.map(room => join(PROGRAM, room)), MODELS]) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (/(?:\.js|(?<!\.d)\.ts|\.json|\.bin|\.wasm)$/u.test(name))
        hash.update(name).update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest('base64url').slice(0, 32);
}
