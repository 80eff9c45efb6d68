/** Runs ForceAtlas2 further in a worker, on what is on the canvas, until it is told to stop. */
import type { MultiDirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import Supervisor from 'graphology-layout-forceatlas2/worker.js';

export interface Arranging {
  stop(): void;
}

/** Pinned nodes carry `fixed` and stay where they are. */
export function arrange(graph: MultiDirectedGraph): Arranging {
  const settings = { ...forceAtlas2.inferSettings(graph), linLogMode: true, adjustSizes: false, slowDown: 8 };
  const supervisor = new Supervisor(graph, { settings, getEdgeWeight: 'weight' });
  supervisor.start();
  return { stop: () => supervisor.kill() };
}
