/** The data files of a schema folder: where each stands, what names its entries, what describes it. */
export interface SchemaFile {
  /** Path inside the folder. */
  readonly path: string;
  /** The field that names an entry: a later entry of the same name is laid over the earlier one. */
  readonly key: 'type' | 'id';
  /** The JSON Schema's path inside the built-in folder. */
  readonly schema: string;
}

export const NODE_TYPES: SchemaFile = {
  path: 'node-types.json',
  key: 'type',
  schema: 'node-types.schema.json',
};

export const RELATION_TYPES: SchemaFile = {
  path: 'relation-types.json',
  key: 'type',
  schema: 'relation-types.schema.json',
};

export const COUNTRIES = gazetteerFile('countries');
export const LEADERS = gazetteerFile('leaders');
export const ORGANIZATIONS = gazetteerFile('organizations');
export const BASES = gazetteerFile('bases');
export const STATE_BODIES = gazetteerFile('state-bodies');
export const OFFICES = gazetteerFile('offices');
export const PLACES = gazetteerFile('places');

export const SCHEMA_FILES: readonly SchemaFile[] = [
  NODE_TYPES,
  RELATION_TYPES,
  COUNTRIES,
  LEADERS,
  ORGANIZATIONS,
  BASES,
  STATE_BODIES,
  OFFICES,
  PLACES,
];

/** Predicates are lists without names: a user's file adds to the built-in one. */
export function predicatesFile(language: string): SchemaFile {
  return { path: `predicates/${language}.json`, key: 'id', schema: 'predicates.schema.json' };
}

function gazetteerFile(name: string): SchemaFile {
  return { path: `gazetteer/${name}.json`, key: 'id', schema: `gazetteer/${name}.schema.json` };
}
