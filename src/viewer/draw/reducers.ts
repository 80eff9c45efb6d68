/** How sigma is to draw each node and tie: derived from what is shown now, written nowhere. */
import type { Attributes } from 'graphology-types';
import type { Data, EdgeItem, NodeItem } from '../data/model.js';
import type { Now } from './board.js';
import type { NodeDisplay } from './node-program.js';
import type { Pictures } from './pictures.js';
import { nodeLook, tieLook } from './scene.js';
import type { TieDisplay } from './tie-program.js';

/** So few ties can be drawn finely even by a computer without a graphics card. */
const FEW = 600;

export interface Reducers {
  nodeReducer(key: string, held: Attributes): Partial<NodeDisplay>;
  edgeReducer(key: string): Partial<TieDisplay>;
}

export function reducers(data: Data, now: Readonly<Now>, pictures: Pictures): Reducers {
  return {
    nodeReducer(key, held) {
      const node = data.nodes[Number(key)] as NodeItem;
      if (!now.input) return held;
      const look = nodeLook(data, node, now.input.state, now.input.palette, now.stress);
      return {
        ...held,
        ...look,
        size: look.size * now.scale * crowding(now),
        picture: pictures.of(node),
        label: null,
        hidden: false,
        forceLabel: false,
        type: 'disc',
        highlighted: false,
      };
    },
    edgeReducer(key) {
      const edge = data.edges[Number(key)] as EdgeItem;
      const { input, scene, stress } = now;
      if (!input || !scene) return {};
      const support = input.seen.support[edge.index] ?? 1;
      // On the map most ties run across the same few seas.
      const crowd = scene.edges.length * (input.state.view === 'map' ? 3 : 1);
      const look = tieLook(data, edge, support, input.palette, crowd, stress);
      const curvature = scene.curvature.get(edge.index) ?? 0;
      return {
        ...look,
        curvature,
        label: null,
        hidden: false,
        forceLabel: false,
        type: curvature === 0 ? 'straight' : scene.edges.length < FEW ? 'fine' : 'tie',
      };
    },
  };
}

/** Many nodes share the room: each is smaller. */
function crowding({ input, scene }: Readonly<Now>): number {
  if (input?.state.view === 'map') return 0.62;
  return Math.max(0.5, Math.min(1, (500 / (scene?.nodes.length ?? 1)) ** 0.28));
}
