/** The one validated door to `graph-schema/`. */
export { type LoadOptions, loadSchema } from './load.js';
export { findNodeType, findRelationType, nodeType, relationType } from './lookup.js';
export type * from './types.js';
export { type SchemaProblem, validateExtraction, validateGraph } from './validate.js';
