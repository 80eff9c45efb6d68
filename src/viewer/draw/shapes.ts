/** Where discs and curves lie on the screen: for names, for what is under the pointer, for saved pictures. */
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { EdgeItem, NodeItem } from '../data/model.js';
import type { Board } from './board.js';
import { controlPoint, curvePoint, type Point } from './curves.js';
import type { NamedDisc, TieName } from './labels.js';
import { curveAt, discAt, type PickCurve, type PickDisc } from './pick.js';
import type { Hover } from './scene.js';
import { type TieDisplay, tieWidth } from './tie-program.js';

export interface TieShape {
  readonly a: Point;
  readonly b: Point;
  readonly c: Point;
  readonly look: TieDisplay;
  readonly target: NodeDisplayData;
}

/** How the map's plane (y down) lies on the screen. */
export interface MapMove {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Shapes {
  /** In order of importance. */
  discsInView(): NamedDisc[];
  /** What the stressed ties say, as long as they are few. */
  tieNames(): TieName[];
  tieShape(edge: EdgeItem): TieShape | undefined;
  mapMove(): MapMove;
  /** The node, else the tie, under a point of the canvas. */
  itemAt(spot: Point): Hover;
}

const MOST_TIE_NAMES = 30;

export function createShapes(board: Board): Shapes {
  const { sigma, data, now } = board;
  const byImportance = [...data.nodes].sort(
    (a, b) => b.size - a.size || b.pagerank - a.pagerank || a.index - b.index,
  );

  function discsInView(): NamedDisc[] {
    const { input, stress } = now;
    const { width, height } = sigma.getDimensions();
    const few = stress !== undefined && stress.nodes.size <= 24;
    const discs: NamedDisc[] = [];
    for (const node of byImportance) {
      const display = displayed(node.index);
      if (!display) continue;
      const at = sigma.framedGraphToViewport(display);
      if (at.x < -200 || at.y < -60 || at.x > width + 200 || at.y > height + 60) continue;
      const stressed = stress?.nodes.has(node.index) ?? false;
      discs.push({
        node,
        at,
        radius: sigma.scaleSize(display.size),
        forced: (stress?.heart.has(node.index) ?? false) || (input?.state.pinned.has(node.index) ?? false),
        early: few && stressed,
        back: stress !== undefined && !stressed,
      });
    }
    return discs;
  }

  function displayed(node: number): NodeDisplayData | undefined {
    return sigma.getGraph().hasNode(String(node)) ? sigma.getNodeDisplayData(String(node)) : undefined;
  }

  function tieNames(): TieName[] {
    const { input, stress } = now;
    if (!stress || !input || stress.edges.size > MOST_TIE_NAMES) return [];
    const { language } = input.state;
    return [...stress.edges].flatMap(number => {
      const edge = data.edges[number];
      const shape = edge && tieShape(edge);
      if (!edge || !shape) return [];
      const label = data.relationTypes[edge.type]?.label[language] ?? '';
      const denied = language === 'ar' ? 'نفي: ' : 'denied: ';
      return [
        {
          text: edge.negated ? `${denied}${label}` : label,
          at: curvePoint(shape.a, shape.b, shape.c, 0.5),
          color: input.palette.soft,
          forced: stress.edges.size === 1,
        },
      ];
    });
  }

  function tieShape(edge: EdgeItem): TieShape | undefined {
    if (!sigma.getGraph().hasEdge(String(edge.index))) return undefined;
    const look = sigma.getEdgeDisplayData(String(edge.index)) as (TieDisplay & EdgeDisplayData) | undefined;
    const [source, target] = [displayed(edge.source), displayed(edge.target)];
    if (!look || !source || !target) return undefined;
    const [a, c] = [sigma.framedGraphToViewport(source), sigma.framedGraphToViewport(target)];
    return { a, b: controlPoint(a, c, look.curvature), c, look, target };
  }

  function* pickDiscs(nodes: readonly NodeItem[]): Iterable<PickDisc> {
    for (const node of nodes) {
      const display = displayed(node.index);
      if (!display) continue;
      yield {
        key: node.index,
        at: sigma.framedGraphToViewport(display),
        radius: sigma.scaleSize(display.size),
      };
    }
  }

  function* pickCurves(edges: readonly EdgeItem[]): Iterable<PickCurve> {
    for (const edge of edges) {
      const shape = tieShape(edge);
      if (shape) yield { key: edge.index, ...shape, width: tieWidth(sigma.scaleSize(shape.look.size)) };
    }
  }

  return {
    discsInView,
    tieNames,
    tieShape,
    mapMove() {
      const zero = sigma.graphToViewport({ x: 0, y: 0 });
      const one = sigma.graphToViewport({ x: 100, y: 0 });
      return { scale: (one.x - zero.x) / 100, x: zero.x, y: zero.y };
    },
    itemAt(spot) {
      if (!now.scene) return undefined;
      const node = discAt(pickDiscs(now.scene.nodes), spot);
      if (node !== undefined) return { node };
      const edge = curveAt(pickCurves(now.scene.edges), spot);
      return edge === undefined ? undefined : { edge };
    },
  };
}
