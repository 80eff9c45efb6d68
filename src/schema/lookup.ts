import { UserError } from '../errors.js';
import type { NodeTypeDefinition, RelationTypeDefinition, Schema } from './types.js';

/** The node type of that name; throws a UserError that lists the known ones. */
export function nodeType(schema: Schema, type: string): NodeTypeDefinition {
  return findNodeType(schema, type) ?? unknown('node', type, schema.nodeTypes);
}

/** The relation type of that name; throws a UserError that lists the known ones. */
export function relationType(schema: Schema, type: string): RelationTypeDefinition {
  return findRelationType(schema, type) ?? unknown('relation', type, schema.relationTypes);
}

export function findNodeType(schema: Schema, type: string): NodeTypeDefinition | undefined {
  return tableOf(schema.nodeTypes).get(type);
}

export function findRelationType(schema: Schema, type: string): RelationTypeDefinition | undefined {
  return tableOf(schema.relationTypes).get(type);
}

interface Typed {
  readonly type: string;
}

/** Merging asks for types once a statement, so each list is indexed once. */
const tables = new WeakMap<readonly Typed[], ReadonlyMap<string, Typed>>();

function tableOf<T extends Typed>(definitions: readonly T[]): ReadonlyMap<string, T> {
  let table = tables.get(definitions);
  if (table === undefined) {
    table = new Map(definitions.map(definition => [definition.type, definition]));
    tables.set(definitions, table);
  }
  return table as ReadonlyMap<string, T>;
}

function unknown(kind: string, type: string, definitions: readonly Typed[]): never {
  const known = definitions.map(definition => definition.type).join(', ');
  throw new UserError(
    `Unknown ${kind} type "${type}". The schema has ${known}; add it to ${kind}-types.json.`,
  );
}
