import { describe, expect, it } from 'vitest';
import { payload } from '../../src/export/html-payload.js';
import { decode } from '../../src/viewer/data/decode.js';
import { readLink, writeLink } from '../../src/viewer/state/link.js';
import { type Action, reduce } from '../../src/viewer/state/reduce.js';
import { initialState } from '../../src/viewer/state/state.js';
import { schema } from './support/schema.js';
import { smallGraph } from './support/small-graph.js';

const limits = { nodes: 1000, edges: 1000, statements: 40 };
const data = decode(payload(smallGraph(), schema, { title: 't', limits }));
const start = initialState({ small: false, roomy: true, language: 'ar' });
const following = (...actions: Action[]) => actions.reduce(reduce, start);

describe('actions', () => {
  it('go back and forward through what was looked at', () => {
    const state = following(
      { do: 'select', selection: { kind: 'node', node: 1 } },
      { do: 'select', selection: { kind: 'edge', edge: 2 } },
      { do: 'back' },
    );
    expect(state.selection).toEqual({ kind: 'node', node: 1 });
    expect(reduce(state, { do: 'forward' }).selection).toEqual({ kind: 'edge', edge: 2 });
  });
  it('forget the hidden node', () => {
    const state = following(
      { do: 'select', selection: { kind: 'node', node: 1 } },
      { do: 'pin', node: 1 },
      { do: 'hide', node: 1 },
    );
    expect(state.selection.kind).toBe('none');
    expect(state.pinned.size).toBe(0);
  });
  it('reset all filters together', () => {
    const state = following(
      { do: 'toggle', filter: 'offRelations', keys: ['visits', 'meets'], on: false },
      { do: 'support', minSources: 3 },
      { do: 'time', time: [1, 2] },
      { do: 'reset' },
    );
    expect(state.filters).toEqual(start.filters);
  });
});

describe('links', () => {
  it('bring back view, filters and selection', () => {
    const state = following(
      { do: 'language', language: 'en' },
      { do: 'view', view: 'map' },
      { do: 'select', selection: { kind: 'edge', edge: 3 } },
      { do: 'toggle', filter: 'offSources', keys: ['1'], on: false },
      { do: 'toggle', filter: 'offTypes', keys: ['base/air-base'], on: false },
      { do: 'time', time: [19_750, 19_800] },
      { do: 'focus', focus: { node: 4, steps: 2 } },
      { do: 'hide', node: 7 },
    );
    const again = readLink(data, start, `#${writeLink(data, state, { x: 0.25, y: 0.5, ratio: 0.75 })}`);
    expect({ ...again.state, past: [] }).toEqual({ ...state, past: [] });
    expect(again.gaze).toEqual({ x: 0.25, y: 0.5, ratio: 0.75 });
  });
  it('pass over what the graph does not know', () => {
    const { state } = readLink(data, start, '#show=node nobody&hide=x|y&view=moon&time=soon&sure=many');
    expect(state).toEqual(start);
  });
});
