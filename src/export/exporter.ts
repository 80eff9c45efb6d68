/** What every exporter is: one file, one entry in the table of `index.ts`. */
import type { RelationGraph } from '../model.js';
import type { Schema } from '../schema/types.js';

/** Text in pieces, to be written one after another. */
export type Chunks = Iterable<string> | AsyncIterable<string | Uint8Array>;

export interface ExportOptions {
  /** The GEXF version to write: 1.3 unless told otherwise; 1.2 for readers such as networkx before 3.6. */
  readonly gexfVersion?: '1.2' | '1.3';
  /** Whether Turtle uses the annotation syntax of RDF 1.2 (`{| … |}`) instead of statement nodes only. */
  readonly rdf12?: boolean;
  /** The title of the page and of the formats that hold one. */
  readonly title?: string;
  /** Where the positions of the nodes are still to come: when they are there. */
  readonly placed?: Promise<unknown>;
}

/** One file that an exporter makes. */
export interface ExportFile {
  /** Appended to the name of the graph: `.gexf`, `.nodes.csv`. */
  readonly suffix: string;
  readonly chunks: Chunks;
  /** Whether the chunks wait for the positions themselves and can be asked for before. */
  readonly waits?: boolean;
}

export interface Exporter {
  /** As the user names it: `--format NAME`. */
  readonly name: string;
  /** Who reads it, in one line. */
  readonly describe: string;
  /** What the format, as written here, cannot hold. */
  readonly loses: readonly string[];
  /** The files that it makes; nothing is computed before the chunks are read. */
  files(graph: RelationGraph, schema: Schema, options: ExportOptions): readonly ExportFile[];
}
