/** sigma as the page uses it: its camera and its programs; names, picking and hovering are the page's own. */
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { DiscProgram } from './node-program.js';
import type { Reducers } from './reducers.js';
import { FineTieProgram, StraightTieProgram, TieProgram } from './tie-program.js';

export function newSigma(container: HTMLElement, looks: Reducers): Sigma {
  const sigma = new Sigma(new MultiDirectedGraph(), container, {
    allowInvalidContainer: true,
    renderLabels: false,
    renderEdgeLabels: false,
    // What is under the pointer is reckoned, see pick.ts.
    enableEdgeEvents: false,
    enableCameraRotation: false,
    zIndex: true,
    stagePadding: 46,
    minCameraRatio: 0.01,
    maxCameraRatio: 4,
    minEdgeThickness: 0.8,
    zoomToSizeRatioFunction: Math.sqrt,
    defaultNodeType: 'disc',
    defaultEdgeType: 'tie',
    nodeProgramClasses: { disc: DiscProgram },
    nodeHoverProgramClasses: { disc: DiscProgram },
    edgeProgramClasses: { tie: TieProgram, fine: FineTieProgram, straight: StraightTieProgram },
    defaultDrawNodeHover: () => undefined,
    ...looks,
  });
  // Layers that stay empty cost as much to put together as full ones.
  for (const name of ['edgeLabels', 'labels', 'hovers', 'hoverNodes'] as const) {
    const canvas = sigma.getCanvases()[name];
    if (canvas) canvas.style.display = 'none';
  }
  return sigma;
}
