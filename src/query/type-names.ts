/** Types of relations and nodes as people write them: `holds_office`, `holds office`, `يلتقي`. */
import { UserError } from '../errors.js';
import type { Bilingual } from '../model.js';
import { loadSchema } from '../schema/index.js';
import type { KnowledgeGraph } from './knowledge-graph.js';
import { nameKey } from './name-index.js';

interface Known {
  readonly type: string;
  readonly label?: Bilingual;
}

/** The relation types so named, those of the graph or of the schema: a mistyped one would silently find nothing. */
export function relationTypesNamed(graph: KnowledgeGraph, names: readonly string[]): string[] {
  const held = Object.keys(graph.stats().relationsByType).map(type => ({ type }));
  return typesNamed('relation', [...loadSchema().relationTypes, ...held], names);
}

/** The same for types of nodes. */
export function nodeTypesNamed(graph: KnowledgeGraph, names: readonly string[]): string[] {
  const held = Object.keys(graph.stats().entitiesByType).map(type => ({ type }));
  return typesNamed('node', [...loadSchema().nodeTypes, ...held], names);
}

function typesNamed(what: string, known: readonly Known[], names: readonly string[]): string[] {
  return names.map(name => {
    const key = nameKey(name.replaceAll('_', ' '));
    const found = known.find(
      ({ type, label }) =>
        type === name ||
        [type.replaceAll('_', ' '), label?.ar ?? '', label?.en ?? ''].some(
          one => one !== '' && nameKey(one) === key,
        ),
    );
    if (found !== undefined) return found.type;
    const types = [...new Set(known.map(({ type }) => type))].sort().join(', ');
    throw new UserError(`"${name}" is no ${what} type. There are: ${types}.`, { usage: true });
  });
}
