import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';

/** A place where data does not fit its JSON Schema. */
export interface SchemaProblem {
  /** JSON pointer into the data; empty for the whole. */
  readonly pointer: string;
  /** What is wrong and what would be right. */
  readonly message: string;
}

export const BUILT_IN = new URL('../../graph-schema/', import.meta.url);

/** What in an extraction (one line of `extractions.ndjson`) does not fit the format; empty where all is well. */
export function validateExtraction(value: unknown): readonly SchemaProblem[] {
  return validateAgainst('extraction.schema.json', value);
}

/** What in a graph (the parsed `graph.json`, or `graph.export()`) does not fit the format; empty where all is well. */
export function validateGraph(value: unknown): readonly SchemaProblem[] {
  return validateAgainst('graph.schema.json', value);
}

/** Checks a value against a JSON Schema of the built-in folder, named by its path there. */
export function validateAgainst(schema: string, value: unknown): readonly SchemaProblem[] {
  const validate = compiled(schema);
  if (validate(value)) return [];
  return describeAll(validate.errors ?? []);
}

const require = createRequire(import.meta.url);
const validators = new Map<string, ValidateFunction>();
let ajv: Ajv2020 | undefined;

/** Ajv is loaded and schemas are compiled at first use: most runs validate nothing, and a start should stay quick. */
function compiled(schema: string): ValidateFunction {
  let validate = validators.get(schema);
  if (validate === undefined) {
    const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
    ajv ??= new Ajv2020({
      allErrors: true,
      // Gives each error its schema, whose description says what would be right.
      verbose: true,
      allowUnionTypes: true,
    });
    validate = ajv.compile(JSON.parse(readFileSync(new URL(schema, BUILT_IN), 'utf8')));
    validators.set(schema, validate);
  }
  return validate;
}

/** One message a problem; the wrapping "if", "anyOf" and the like only repeat what their branches say. */
function describeAll(errors: readonly ErrorObject[]): readonly SchemaProblem[] {
  const telling = errors.filter(error => !['if', 'anyOf', 'oneOf', 'allOf'].includes(error.keyword));
  return (telling.length > 0 ? telling : errors).map(error => ({
    pointer: error.instancePath,
    message: describe(error),
  }));
}

function describe({ keyword, params, message, parentSchema }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return `the field "${params.missingProperty}" is missing.`;
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `unknown field "${params.additionalProperty ?? params.unevaluatedProperty}"; take it out or mend its spelling.`;
    case 'enum':
      return `must be one of ${(params.allowedValues as readonly unknown[]).join(', ')}.`;
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}.`;
    case 'pattern':
      return `must match ${params.pattern}${describedBy(parentSchema)}.`;
    default:
      return `${message ?? 'is not valid'}.`;
  }
}

function describedBy(schema: unknown): string {
  const description = (schema as { description?: unknown } | undefined)?.description;
  return typeof description === 'string' ? ` (${description.replace(/\.$/, '')})` : '';
}
