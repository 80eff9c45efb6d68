/** The canvas: brings what the state asks for onto it, and tells the page what the reader does there. */
import { MultiDirectedGraph } from 'graphology';
import type { Data } from '../data/model.js';
import type { Gaze } from '../state/link.js';
import type { Board, Now, StageInput } from './board.js';
import type { Point } from './curves.js';
import { createEye, type Eye } from './eye.js';
import { listenToHands } from './hands.js';
import { createLayers, newLayer } from './layers.js';
import { type Arranging, arrange } from './layout.js';
import { surroundings } from './node-program.js';
import { watchPace } from './pace.js';
import { loadPictures } from './pictures.js';
import { placesOf } from './places.js';
import { reducers } from './reducers.js';
import { buildScene, emphasis, type Hover, type Scene } from './scene.js';
import { createShapes } from './shapes.js';
import { newSigma } from './sigma.js';
import { paint, type Snapshot, snapshot } from './snapshot.js';
import { motion } from './tie-program.js';

export interface StageEvents {
  select(item: { readonly node: number } | { readonly edge: number } | undefined): void;
  focus(node: number): void;
  moved(): void;
  /** Other nodes and ties are on the canvas than before, by the camera alone. */
  redrawn(): void;
  hover(item: Hover, at: Point | undefined): void;
}

export interface Stage extends Pick<Eye, 'gaze' | 'look' | 'fit' | 'zoom' | 'pan'> {
  show(input: StageInput): void;
  scene(): Scene | undefined;
  /** What the SVG export writes. */
  snapshot(): Snapshot;
  /** What the PNG export and the printer get. */
  paint(): HTMLCanvasElement;
  /** Flags and letters have come. */
  settled(): Promise<void>;
}

/** Above so many ties a slow computer leaves them out while the view moves. */
const TIES_IN_MOTION = 400;

export function createStage(container: HTMLElement, data: Data, events: StageEvents): Stage {
  const now: Now = { input: undefined, scene: undefined, stress: undefined, hover: undefined, scale: 1 };
  const pictures = loadPictures(data);
  const places = placesOf(data);
  const [under, over] = [newLayer('world'), newLayer('names')];
  const middle = document.createElement('div');
  middle.className = 'layer layer-graph';
  middle.dir = 'ltr';
  container.append(under, middle, over);
  const sigma = newSigma(middle, reducers(data, now, pictures));
  const board: Board = { container, data, sigma, places, now };
  const eye = createEye(board);
  const shapes = createShapes(board);
  const layers = createLayers(board, shapes, under, over);
  const gazes: Partial<Record<'graph' | 'map', Gaze>> = {};
  let arranging: Arranging | undefined;
  /** Is the map seen closely enough for those who stand around their countries? */
  let close = false;

  // ------------------------------------------------------------ from state to canvas

  function show(next: StageInput): void {
    const before = now.input;
    now.input = next;
    const { state, seen, palette } = next;
    surroundings.paper = state.view === 'map' ? palette.land : palette.paper;
    const turned = before !== undefined && before.state.view !== state.view;
    if (turned && before.state.view !== 'table') gazes[before.state.view] = eye.gaze();
    if (state.view === 'table') {
      stopArranging();
      return;
    }
    const changed = turned || isOther(before, next, now.scene);
    if (turned) close = isClose(gazes[state.view]?.ratio);
    if (changed) now.scene = buildScene(data, seen, state, { placed: places.onMap, close });
    now.stress = emphasis(data, seen, state, now.hover);
    if (changed) {
      stopArranging();
      eye.setBox();
      const first = turned || before === undefined;
      motion.onHold = first;
      sigma.setGraph(sceneGraph());
      if (first) {
        eye.open(gazes[state.view]);
        motion.onHold = false;
        sigma.scheduleRender();
      }
    } else repaint();
    if (state.arranging && !arranging) startArranging();
    if (!state.arranging) stopArranging();
  }

  /** Closer to the map, those without a place of their own appear around their country. */
  function lookCloser(): void {
    const { input } = now;
    if (input?.state.view !== 'map' || close === isClose(eye.gaze().ratio)) return;
    close = !close;
    now.scene = buildScene(data, input.seen, input.state, { placed: places.onMap, close });
    sigma.setGraph(sceneGraph());
    events.redrawn();
  }

  function sceneGraph(): MultiDirectedGraph {
    const graph = new MultiDirectedGraph();
    const at = now.input?.state.view === 'map' ? places.map() : places.graph;
    for (const node of now.scene?.nodes ?? []) {
      graph.addNode(String(node.index), {
        x: at[node.index * 2] ?? 0,
        y: at[node.index * 2 + 1] ?? 0,
        size: node.size,
        fixed: now.input?.state.pinned.has(node.index) ?? false,
      });
    }
    for (const edge of now.scene?.edges ?? []) {
      graph.addDirectedEdgeWithKey(String(edge.index), String(edge.source), String(edge.target), {
        weight: edge.weight,
      });
    }
    return graph;
  }

  function repaint(): void {
    const graph = sigma.getGraph();
    sigma.refresh({
      partialGraph: { nodes: graph.nodes(), edges: graph.edges() },
      skipIndexation: true,
      schedule: true,
    });
  }

  // ------------------------------------------------------------ layout

  function startArranging(): void {
    sigma.setCustomBBox(null);
    arranging = arrange(sigma.getGraph() as MultiDirectedGraph);
  }

  function stopArranging(): void {
    if (!arranging) return;
    arranging.stop();
    arranging = undefined;
    sigma.getGraph().forEachNode((key, { x, y }) => {
      places.graph[Number(key) * 2] = x as number;
      places.graph[Number(key) * 2 + 1] = y as number;
    });
    eye.setBox();
    sigma.refresh();
  }

  // ------------------------------------------------------------ events

  let hoverTimer: ReturnType<typeof setTimeout> | undefined;
  function point(next: Hover, at?: Point): void {
    clearTimeout(hoverTimer);
    hoverTimer = setTimeout(
      () => {
        if (JSON.stringify(next) === JSON.stringify(now.hover)) return;
        now.hover = next;
        events.hover(next, at);
        container.classList.toggle('pointing', next !== undefined);
        if (!now.input) return;
        now.stress = emphasis(data, now.input.seen, now.input.state, next);
        repaint();
      },
      next === undefined ? 90 : 40,
    );
  }

  sigma.on('afterRender', layers.draw);
  listenToHands(sigma, {
    at: shapes.itemAt,
    canDrag: () => now.input?.state.view === 'graph',
    point,
    click: events.select,
    doubleClick: events.focus,
    drag(node, to) {
      const { x, y } = sigma.viewportToGraph(to);
      sigma.getGraph().mergeNodeAttributes(String(node), { x, y });
      places.graph[node * 2] = x;
      places.graph[node * 2 + 1] = y;
    },
  });

  const pace = watchPace(sigma);
  let rest: ReturnType<typeof setTimeout> | undefined;
  sigma.getCamera().on('updated', () => {
    motion.withoutTies = pace.moving() && (now.scene?.edges.length ?? 0) > TIES_IN_MOTION;
    clearTimeout(rest);
    rest = setTimeout(() => {
      lookCloser();
      if (motion.withoutTies) {
        motion.withoutTies = false;
        sigma.scheduleRender();
      }
      events.moved();
    }, 160);
  });

  new ResizeObserver(([entry]) => {
    const side = Math.min(entry?.contentRect.width ?? 0, entry?.contentRect.height ?? 0);
    if (side === 0) return;
    const fitting = Math.max(0.6, Math.min(1, side / 600));
    const changed = Math.abs(fitting - now.scale) > 0.05;
    if (changed) now.scale = fitting;
    sigma.resize();
    if (changed && now.scene) sigma.refresh({ schedule: true });
    else sigma.scheduleRender();
  }).observe(container);

  const pictured = pictures.atlas.then(atlas => {
    surroundings.atlas = atlas;
    sigma.scheduleRender();
  });
  const lettered = Promise.all(
    ['400', '600'].map(weight => document.fonts.load(`${weight} 16px 'Noto Sans Arabic'`, 'روابط Rawabit')),
  );
  const settled = Promise.all([pictured, lettered]).then(() => {
    layers.lettersCame();
    sigma.scheduleRender();
  });

  return {
    ...eye,
    show,
    scene: () => now.scene,
    snapshot: () => snapshot(board, shapes, layers),
    paint: () => paint(board, layers),
    settled: () => settled,
  };
}

/** Must other nodes and ties stand on the canvas than before? */
function isOther(before: StageInput | undefined, next: StageInput, scene: Scene | undefined): boolean {
  if (before === undefined || scene === undefined || before.seen !== next.seen) return true;
  const [was, is] = [before.state, next.state];
  if (was.focus !== is.focus || was.allTies !== is.allTies) return true;
  // Of many ties, those of what is chosen are drawn; on the map, whoever is chosen stands at their country.
  return (scene.spared > 0 || is.view === 'map') && was.selection !== is.selection;
}

/** A share of the whole map, in width. */
const CLOSE = 0.3;

function isClose(ratio: number | undefined): boolean {
  return ratio !== undefined && ratio < CLOSE;
}
