/** The OpenAPI description of the HTTP API, made from the questions it answers. */
import { z } from 'zod';
import { QUESTIONS, type Question } from '../questions/index.js';
import { GRAPH_FORMATS, MEDIA_TYPES, RESULT_FORMATS } from '../sparql/query.js';

type Json = Readonly<Record<string, unknown>>;

/** The document that `/openapi.json` serves. */
export function openApi(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const question of QUESTIONS) paths[question.path] = { get: operation(question) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rawabit',
      version,
      description:
        'Read-only questions to a knowledge graph of Arabic news. Every fact comes with its evidence. Names may be Arabic or English, however spelled. Lists come in pages: pass `next` as `cursor`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: {
      ...paths,
      '/sparql': { get: sparqlGet, post: sparqlPost },
      '/graph.json': {
        get: plainGet('graph', 'The whole graph in graphology’s serialized format', 'application/json'),
      },
      '/': { get: plainGet('page', 'The interactive page', 'text/html') },
    },
    components: { schemas: { Problem }, responses: { Problem: problemResponse } },
  };
}

const Problem: Json = {
  type: 'object',
  description: 'RFC 9457 problem details',
  required: ['title', 'status'],
  properties: {
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    suggestions: { type: 'array', items: { type: 'object' } },
  },
};

const problemResponse: Json = {
  description: 'What was wrong',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const failures: Json = {
  400: { $ref: '#/components/responses/Problem' },
  404: { $ref: '#/components/responses/Problem' },
};

function operation({ name, title, description, parameters }: Question): Json {
  const schema = z.toJSONSchema(parameters, { io: 'input', unrepresentable: 'any' }) as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return {
    operationId: name,
    summary: title,
    description,
    parameters: Object.entries(schema.properties ?? {}).map(([key, { description: about, ...type }]) => ({
      name: key,
      in: 'query',
      required: schema.required?.includes(key) ?? false,
      description: about,
      schema: type,
    })),
    responses: {
      200: { description: 'The answer', content: { 'application/json': { schema: { type: 'object' } } } },
      ...failures,
    },
  };
}

const query: Json = { type: 'string', description: 'A SPARQL 1.1 query; the usual prefixes are preset' };
const answers: Json = {
  200: {
    description: 'Rows or triples, in the format that Accept asks for',
    content: Object.fromEntries(
      [...RESULT_FORMATS, ...GRAPH_FORMATS].map(format => [
        MEDIA_TYPES[format],
        { schema: { type: 'string' } },
      ]),
    ),
  },
  400: failures[400],
};

const sparqlGet: Json = {
  operationId: 'sparql_get',
  summary: 'SPARQL 1.1 protocol',
  parameters: [{ name: 'query', in: 'query', required: true, schema: query }],
  responses: answers,
};

const sparqlPost: Json = {
  operationId: 'sparql_post',
  summary: 'SPARQL 1.1 protocol',
  requestBody: {
    required: true,
    content: {
      'application/sparql-query': { schema: query },
      'application/x-www-form-urlencoded': {
        schema: { type: 'object', required: ['query'], properties: { query } },
      },
    },
  },
  responses: answers,
};

function plainGet(operationId: string, summary: string, type: string): Json {
  return { operationId, summary, responses: { 200: { description: summary, content: { [type]: {} } } } };
}
