/** The canvas as it is, for those who want to keep it: as shapes for a drawing, as pixels for an image. */
import type { EdgeItem } from '../data/model.js';
import type { Board } from './board.js';
import type { Point } from './curves.js';
import type { NamedDisc, PlacedName } from './labels.js';
import type { Layers } from './layers.js';
import type { MapMove, Shapes } from './shapes.js';
import { type TieDisplay, tieWidth } from './tie-program.js';

export interface Snapshot {
  readonly width: number;
  readonly height: number;
  readonly discs: readonly (NamedDisc & { readonly color: string })[];
  readonly ties: readonly {
    readonly edge: EdgeItem;
    readonly a: Point;
    readonly b: Point;
    readonly c: Point;
    readonly look: TieDisplay;
    readonly width: number;
    readonly targetRadius: number;
  }[];
  readonly names: readonly PlacedName[];
  readonly map: MapMove | undefined;
}

export function snapshot({ sigma, now }: Board, shapes: Shapes, layers: Layers): Snapshot {
  const discs = shapes.discsInView().map(disc => ({
    ...disc,
    color: sigma.getNodeDisplayData(String(disc.node.index))?.color ?? '#888888',
  }));
  const ties = (now.scene?.edges ?? []).flatMap(edge => {
    const shape = shapes.tieShape(edge);
    if (!shape) return [];
    const { a, b, c, look, target } = shape;
    const [width, targetRadius] = [tieWidth(sigma.scaleSize(look.size)), sigma.scaleSize(target.size)];
    return [{ edge, a, b, c, look, width, targetRadius }];
  });
  const map = now.input?.state.view === 'map' ? shapes.mapMove() : undefined;
  return { ...sigma.getDimensions(), discs, ties, names: layers.names(), map };
}

/** All layers on one canvas, in the screen's pixels. */
export function paint({ sigma, now }: Board, { under, over }: Layers): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const ratio = window.devicePixelRatio || 1;
  const { width, height } = sigma.getDimensions();
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const to = canvas.getContext('2d') as CanvasRenderingContext2D;
  to.fillStyle = now.input?.palette.paper ?? '#ffffff';
  to.fillRect(0, 0, canvas.width, canvas.height);
  // WebGL keeps its picture only until the browser has shown it: draw and read in one go.
  sigma.refresh();
  const { edges, nodes } = sigma.getCanvases();
  for (const part of [under.hidden ? undefined : under, edges, nodes, over]) {
    if (part && part.width > 0) to.drawImage(part, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}
