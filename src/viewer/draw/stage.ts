/** The canvas: sigma with its camera, the world under it and the names over it. */
import { MultiDirectedGraph } from 'graphology';
import type { Attributes } from 'graphology-types';
import Sigma from 'sigma';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { Visible } from '../data/filters.js';
import type { Data, EdgeItem, NodeItem } from '../data/model.js';
import type { Gaze } from '../state/link.js';
import type { State } from '../state/state.js';
import { controlPoint, curvePoint, type Point } from './curves.js';
import { listenToHands } from './hands.js';
import {
  measurer,
  type NamedDisc,
  namePainter,
  type PlacedName,
  placeNames,
  type TieName,
} from './labels.js';
import { type Arranging, arrange } from './layout.js';
import { DiscProgram, type NodeDisplay, surroundings } from './node-program.js';
import { watchPace } from './pace.js';
import type { Palette } from './palette.js';
import { curveAt, discAt, type PickCurve, type PickDisc } from './pick.js';
import { loadPictures } from './pictures.js';
import { buildScene, type Emphasis, emphasis, type Hover, nodeLook, type Scene, tieLook } from './scene.js';
import { motion, StraightTieProgram, type TieDisplay, TieProgram } from './tie-program.js';
import { drawWorld, mapPositions } from './world.js';

export interface StageEvents {
  select(item: { readonly node: number } | { readonly edge: number } | undefined): void;
  focus(node: number): void;
  moved(): void;
  hover(item: Hover, at: Point | undefined): void;
}

export interface StageInput {
  readonly state: State;
  readonly seen: Visible;
  readonly palette: Palette;
  readonly still: boolean;
}

/** A picture of the canvas as it is: what the SVG export writes. */
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
  readonly map: { readonly scale: number; readonly x: number; readonly y: number } | undefined;
}

export interface Stage {
  show(input: StageInput): void;
  gaze(): Gaze;
  look(gaze: Gaze): void;
  /** Brings nodes into the middle of the view; without nodes, the whole graph. */
  fit(nodes?: Iterable<number>): void;
  zoom(factor: number): void;
  pan(dx: number, dy: number): void;
  scene(): Scene | undefined;
  snapshot(): Snapshot;
  /** All layers on one canvas at the given scale of the screen's pixels. */
  paint(): HTMLCanvasElement;
  settled(): Promise<void>;
}

type Graph = MultiDirectedGraph;

const SIZE_RATIO = (ratio: number) => Math.sqrt(ratio);

export function createStage(container: HTMLElement, data: Data, events: StageEvents): Stage {
  const layer = (name: string) => {
    const canvas = document.createElement('canvas');
    canvas.className = `layer layer-${name}`;
    return canvas;
  };
  const [under, over] = [layer('world'), layer('names')];
  const middle = document.createElement('div');
  middle.className = 'layer layer-graph';
  middle.dir = 'ltr';
  container.append(under, middle, over);
  const context = over.getContext('2d') as CanvasRenderingContext2D;
  let measure = measurer(context);
  let drawNames = namePainter();
  const pictures = loadPictures(data);
  const places = {
    graph: Float64Array.from(data.nodes.flatMap(node => [node.x, node.y])),
    map: undefined as Float64Array | undefined,
  };
  const byImportance = [...data.nodes].sort(
    (a, b) => b.size - a.size || b.pagerank - a.pagerank || a.index - b.index,
  );

  let input: StageInput | undefined;
  let scene: Scene | undefined;
  let stress: Emphasis | undefined;
  let hover: Hover;
  let arranging: Arranging | undefined;
  let names: readonly PlacedName[] = [];
  let scale = 1;
  const gazes: Partial<Record<'graph' | 'map', Gaze>> = {};

  const positions = () => {
    if (input?.state.view !== 'map') return places.graph;
    places.map ??= mapPositions(data);
    return places.map;
  };

  const sigma = new Sigma(new MultiDirectedGraph(), middle, {
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
    zoomToSizeRatioFunction: SIZE_RATIO,
    defaultNodeType: 'disc',
    defaultEdgeType: 'tie',
    nodeProgramClasses: { disc: DiscProgram },
    nodeHoverProgramClasses: { disc: DiscProgram },
    edgeProgramClasses: { tie: TieProgram, straight: StraightTieProgram },
    defaultDrawNodeHover: () => undefined,
    nodeReducer,
    edgeReducer,
  });
  const camera = sigma.getCamera();
  // Layers that stay empty cost as much to put together as full ones.
  for (const name of ['edgeLabels', 'labels', 'hovers', 'hoverNodes'] as const) hideLayer(sigma, name);

  function nodeReducer(key: string, held: Attributes): Partial<NodeDisplay> {
    const node = data.nodes[Number(key)] as NodeItem;
    if (!input) return held;
    const look = nodeLook(data, node, input.state, input.palette, stress);
    return {
      ...held,
      ...look,
      size: look.size * scale * crowding(),
      picture: pictures.of(node),
      label: null,
      hidden: false,
      forceLabel: false,
      type: 'disc',
      highlighted: false,
    };
  }

  /** Many nodes share the room: each is smaller. */
  function crowding(): number {
    if (input?.state.view === 'map') return 0.62;
    return Math.max(0.5, Math.min(1, (500 / (scene?.nodes.length ?? 1)) ** 0.28));
  }

  function edgeReducer(key: string): Partial<TieDisplay> {
    const edge = data.edges[Number(key)] as EdgeItem;
    if (!input || !scene) return {};
    const support = input.seen.support[edge.index] ?? 1;
    const look = tieLook(data, edge, support, input.palette, scene.edges.length, stress);
    const curvature = scene.curvature.get(edge.index) ?? 0;
    return {
      ...look,
      curvature,
      label: null,
      hidden: false,
      forceLabel: false,
      type: curvature === 0 ? 'straight' : 'tie',
    };
  }

  // ------------------------------------------------------------ from state to canvas

  function show(next: StageInput): void {
    const before = input;
    input = next;
    const { state, seen, palette } = next;
    surroundings.paper = state.view === 'map' ? palette.land : palette.paper;
    const turned = before !== undefined && before.state.view !== state.view;
    const changed =
      scene === undefined ||
      before === undefined ||
      turned ||
      before.seen !== seen ||
      before.state.focus !== state.focus ||
      before.state.allTies !== state.allTies ||
      (scene.spared > 0 && before.state.selection !== state.selection);
    if (state.view === 'table') {
      stopArranging();
      return;
    }
    if (turned && before.state.view !== 'table')
      gazes[before.state.view === 'map' ? 'map' : 'graph'] = gaze();
    if (changed) scene = buildScene(data, seen, state);
    stress = scene && emphasis(data, seen, state, hover);
    if (changed && scene) {
      stopArranging();
      setBox();
      const first = turned || before === undefined;
      motion.onHold = first;
      sigma.setGraph(sceneGraph(scene));
      if (first) {
        const known = gazes[state.view === 'map' ? 'map' : 'graph'];
        if (known) camera.setState(known);
        else fitNow();
        motion.onHold = false;
        sigma.scheduleRender();
      }
    } else repaint();
    if (state.arranging && !arranging) startArranging();
    if (!state.arranging && arranging) stopArranging();
  }

  function sceneGraph(drawn: Scene): Graph {
    const graph: Graph = new MultiDirectedGraph();
    const at = positions();
    for (const node of drawn.nodes) {
      graph.addNode(String(node.index), {
        x: at[node.index * 2] ?? 0,
        y: at[node.index * 2 + 1] ?? 0,
        size: node.size,
        fixed: input?.state.pinned.has(node.index) ?? false,
      });
    }
    for (const edge of drawn.edges) {
      graph.addDirectedEdgeWithKey(String(edge.index), String(edge.source), String(edge.target), {
        weight: edge.weight,
      });
    }
    return graph;
  }

  /** A box that does not change with the filters, so that nodes stay where the reader saw them. */
  function setBox(): void {
    if (input?.state.view === 'map') {
      sigma.setCustomBBox({ x: [-1000, 1000], y: [-500, 500] });
      return;
    }
    const at = places.graph;
    const [x, y]: [[number, number], [number, number]] = [
      [0, 1],
      [0, 1],
    ];
    if (at.length > 0) {
      x[0] = y[0] = Number.POSITIVE_INFINITY;
      x[1] = y[1] = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < at.length; i += 2) {
        x[0] = Math.min(x[0], at[i] ?? 0);
        x[1] = Math.max(x[1], at[i] ?? 0);
        y[0] = Math.min(y[0], at[i + 1] ?? 0);
        y[1] = Math.max(y[1], at[i + 1] ?? 0);
      }
    }
    sigma.setCustomBBox({ x, y });
  }

  function repaint(): void {
    const graph = sigma.getGraph();
    sigma.refresh({
      partialGraph: { nodes: graph.nodes(), edges: graph.edges() },
      skipIndexation: true,
      schedule: true,
    });
  }

  // ------------------------------------------------------------ camera

  function gaze(): Gaze {
    const { x, y, ratio } = camera.getState();
    return { x, y, ratio };
  }

  function go(target: Gaze): void {
    if (input?.still) camera.setState(target);
    else void camera.animate(target, { duration: 450, easing: 'quadraticInOut' });
  }

  function fit(nodes?: Iterable<number>): void {
    const target = gazeOn(nodes ? [...nodes] : undefined);
    if (target) go(target);
  }

  function fitNow(): void {
    sigma.resize(true);
    turn();
    const target = gazeOn(undefined);
    camera.setState(target ?? { x: 0.5, y: 0.5, ratio: 1 });
  }

  /** A wide graph stands upright on a tall canvas. */
  function turn(): void {
    const at = places.graph;
    const xs = middleRange(
      at.filter((_, index) => index % 2 === 0),
      0.03,
    );
    const ys = middleRange(
      at.filter((_, index) => index % 2 === 1),
      0.03,
    );
    const { width, height } = sigma.getDimensions();
    const wide = xs[1] - xs[0] > (ys[1] - ys[0]) * 1.25;
    const upright = input?.state.view === 'graph' && wide && height > width * 1.15;
    camera.enabledRotation = true;
    camera.setState({ angle: upright ? Math.PI / 2 : 0 });
    camera.enabledRotation = false;
  }

  /** The camera that shows these nodes, with room for their names. Without any: the bulk, not a far straggler. */
  function gazeOn(wanted: readonly number[] | undefined): Gaze | undefined {
    const at = positions();
    const numbers = (wanted ?? scene?.nodes.map(node => node.index) ?? []).filter(number =>
      Number.isFinite(at[number * 2]),
    );
    if (numbers.length === 0) return undefined;
    const cut = wanted === undefined && numbers.length > 60 && input?.state.view !== 'map' ? 0.015 : 0;
    const points = numbers.map(number => ({ x: at[number * 2] ?? 0, y: at[number * 2 + 1] ?? 0 }));
    const [x0, x1] = middleRange(
      points.map(point => point.x),
      cut,
    );
    const [y0, y1] = middleRange(
      points.map(point => point.y),
      cut,
    );
    const { width, height } = sigma.getDimensions();
    const now = camera.getState();
    const a = sigma.viewportToFramedGraph(sigma.graphToViewport({ x: x0, y: y0 }));
    const b = sigma.viewportToFramedGraph(sigma.graphToViewport({ x: x1, y: y1 }));
    const corner = sigma.graphToViewport({ x: x0, y: y0 });
    const other = sigma.graphToViewport({ x: x1, y: y1 });
    const margin = 110;
    const stretch = Math.max(
      Math.abs(other.x - corner.x) / Math.max(120, width - margin),
      Math.abs(other.y - corner.y) / Math.max(120, height - margin),
    );
    const ratio = Math.min(1.6, Math.max(wanted === undefined ? 0.05 : 0.22, now.ratio * stretch));
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, ratio };
  }

  // ------------------------------------------------------------ names and world

  function discsInView(): NamedDisc[] {
    const graph = sigma.getGraph();
    const { width, height } = sigma.getDimensions();
    const heart = stress?.heart;
    const few = stress !== undefined && stress.nodes.size <= 24;
    const discs: NamedDisc[] = [];
    for (const node of byImportance) {
      const display = graph.hasNode(String(node.index))
        ? sigma.getNodeDisplayData(String(node.index))
        : undefined;
      if (!display) continue;
      const at = sigma.framedGraphToViewport(display);
      const radius = sigma.scaleSize(display.size);
      if (at.x < -200 || at.y < -60 || at.x > width + 200 || at.y > height + 60) continue;
      const stressed = stress?.nodes.has(node.index) ?? false;
      discs.push({
        node,
        at,
        radius,
        forced: (heart?.has(node.index) ?? false) || (input?.state.pinned.has(node.index) ?? false),
        early: few && stressed,
        back: stress !== undefined && !stressed,
      });
    }
    return discs;
  }

  /** What the stressed ties say, written on them as long as they are few. */
  function tieNames(): TieName[] {
    if (!stress || !scene || !input || stress.edges.size > 30) return [];
    const { state, palette } = input;
    return [...stress.edges].flatMap(number => {
      const edge = data.edges[number];
      const shape = edge && tieShape(edge);
      if (!edge || !shape) return [];
      const label = data.relationTypes[edge.type]?.label[state.language] ?? '';
      const text = edge.negated ? `${state.language === 'ar' ? 'نفي: ' : 'denied: '}${label}` : label;
      return [
        {
          text,
          at: curvePoint(shape.a, shape.b, shape.c, 0.5),
          color: palette.soft,
          forced: stress?.edges.size === 1,
        },
      ];
    });
  }

  function tieShape(
    edge: EdgeItem,
  ): { a: Point; b: Point; c: Point; look: TieDisplay; target: NodeDisplayData } | undefined {
    const graph = sigma.getGraph();
    if (!graph.hasEdge(String(edge.index))) return undefined;
    const look = sigma.getEdgeDisplayData(String(edge.index)) as (TieDisplay & EdgeDisplayData) | undefined;
    const source = sigma.getNodeDisplayData(String(edge.source));
    const target = sigma.getNodeDisplayData(String(edge.target));
    if (!look || !source || !target) return undefined;
    const [a, c] = [sigma.framedGraphToViewport(source), sigma.framedGraphToViewport(target)];
    return { a, b: controlPoint(a, c, look.curvature), c, look, target };
  }

  function mapMove(): { scale: number; x: number; y: number } {
    const zero = sigma.graphToViewport({ x: 0, y: 0 });
    const one = sigma.graphToViewport({ x: 100, y: 0 });
    return { scale: (one.x - zero.x) / 100, x: zero.x, y: zero.y };
  }

  function drawLayers(): void {
    if (!input || motion.onHold) return;
    const { width, height } = sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    resize(over, width, height, ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    const discs = discsInView();
    drawMarks(context, discs);
    const language = input.state.language;
    names = placeNames(
      discs,
      tieNames(),
      node => (language === 'ar' ? node.label : node.labelEn || node.label),
      measure,
      { width, height },
    );
    drawNames(context, names, input.palette, ratio);
    const onMap = input.state.view === 'map';
    under.hidden = !onMap;
    const ground = onMap ? under.getContext('2d') : null;
    if (!ground) return;
    resize(under, width, height, ratio);
    ground.setTransform(1, 0, 0, 1, 0, 0);
    ground.clearRect(0, 0, under.width, under.height);
    drawWorld(ground, mapMove(), ratio, input.palette);
  }

  /** Rings around the chosen, and a pin's point on the pinned. */
  function drawMarks(to: CanvasRenderingContext2D, discs: readonly NamedDisc[]): void {
    if (!input) return;
    const { pinned, selection } = input.state;
    const chosen = new Set(
      selection.kind === 'none' || selection.kind === 'community' ? [] : (stress?.heart ?? []),
    );
    to.strokeStyle = input.palette.accent;
    to.fillStyle = input.palette.accent;
    for (const disc of discs) {
      if (chosen.has(disc.node.index)) {
        to.lineWidth = 2.2;
        to.beginPath();
        to.arc(disc.at.x, disc.at.y, disc.radius + 4, 0, 2 * Math.PI);
        to.stroke();
      }
      if (!pinned.has(disc.node.index)) continue;
      to.beginPath();
      to.arc(disc.at.x + disc.radius * 0.72, disc.at.y - disc.radius * 0.72, 3.6, 0, 2 * Math.PI);
      to.fill();
      to.lineWidth = 1.4;
      to.strokeStyle = input.palette.paper;
      to.stroke();
      to.strokeStyle = input.palette.accent;
    }
  }

  // ------------------------------------------------------------ layout

  function startArranging(): void {
    sigma.setCustomBBox(null);
    arranging = arrange(sigma.getGraph() as Graph);
  }

  function stopArranging(): void {
    if (!arranging) return;
    arranging.stop();
    arranging = undefined;
    keepPositions();
    setBox();
    sigma.refresh();
  }

  function keepPositions(): void {
    if (input?.state.view === 'map') return;
    sigma.getGraph().forEachNode((key, { x, y }) => {
      places.graph[Number(key) * 2] = x as number;
      places.graph[Number(key) * 2 + 1] = y as number;
    });
  }

  // ------------------------------------------------------------ events

  let hoverTimer: ReturnType<typeof setTimeout> | undefined;
  function point(next: Hover, at?: Point): void {
    clearTimeout(hoverTimer);
    hoverTimer = setTimeout(
      () => {
        if (JSON.stringify(next) === JSON.stringify(hover)) return;
        hover = next;
        events.hover(next, at);
        container.classList.toggle('pointing', next !== undefined);
        if (!input) return;
        stress = emphasis(data, input.seen, input.state, hover);
        repaint();
      },
      next === undefined ? 90 : 40,
    );
  }

  sigma.on('afterRender', drawLayers);
  listenToHands(sigma, {
    at: itemAt,
    canDrag: () => input?.state.view === 'graph',
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

  /** The node, else the tie, under a point of the canvas. */
  function itemAt(spot: Point): Hover {
    if (!scene) return undefined;
    const node = discAt(pickDiscs(scene.nodes), spot);
    if (node !== undefined) return { node };
    const edge = curveAt(pickCurves(scene.edges), spot);
    return edge === undefined ? undefined : { edge };
  }

  function* pickDiscs(nodes: readonly NodeItem[]): Iterable<PickDisc> {
    for (const node of nodes) {
      const display = sigma.getNodeDisplayData(String(node.index));
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
      if (shape) yield { key: edge.index, ...shape, width: sigma.scaleSize(shape.look.size) };
    }
  }

  const pace = watchPace(sigma);
  let rest: ReturnType<typeof setTimeout> | undefined;
  camera.on('updated', () => {
    motion.withoutTies = pace.moving() && (scene?.edges.length ?? 0) > 400;
    clearTimeout(rest);
    rest = setTimeout(() => {
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
    // On a small canvas everything is smaller, so that there is still room between the nodes.
    const fitting = Math.max(0.6, Math.min(1, side / 600));
    const changed = Math.abs(fitting - scale) > 0.05;
    if (changed) scale = fitting;
    sigma.resize();
    if (changed && scene) sigma.refresh({ schedule: true });
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
    // Widths measured before the font was there belong to another font.
    measure = measurer(context);
    drawNames = namePainter();
    sigma.scheduleRender();
  });

  return {
    show,
    gaze,
    look: target => camera.setState(target),
    fit,
    zoom: factor => go({ ...gaze(), ratio: gaze().ratio * factor }),
    pan(dx, dy) {
      const { width, height } = sigma.getDimensions();
      const from = sigma.viewportToFramedGraph({ x: width / 2, y: height / 2 });
      const to = sigma.viewportToFramedGraph({ x: width / 2 + dx, y: height / 2 + dy });
      go({ ...gaze(), x: gaze().x + to.x - from.x, y: gaze().y + to.y - from.y });
    },
    scene: () => scene,
    snapshot,
    paint,
    settled: async () => void (await settled),
  };

  function snapshot(): Snapshot {
    const { width, height } = sigma.getDimensions();
    const discs = discsInView().map(disc => ({
      ...disc,
      color: sigma.getNodeDisplayData(String(disc.node.index))?.color ?? '#888888',
    }));
    const ties = (scene?.edges ?? []).flatMap(edge => {
      const shape = tieShape(edge);
      if (!shape) return [];
      const { a, b, c, look, target } = shape;
      return [
        {
          edge,
          a,
          b,
          c,
          look,
          width: sigma.scaleSize(look.size),
          targetRadius: sigma.scaleSize(target.size),
        },
      ];
    });
    return { width, height, discs, ties, names, map: input?.state.view === 'map' ? mapMove() : undefined };
  }

  function paint(): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    const ratio = window.devicePixelRatio || 1;
    const { width, height } = sigma.getDimensions();
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    const to = canvas.getContext('2d') as CanvasRenderingContext2D;
    to.fillStyle = input?.palette.paper ?? '#ffffff';
    to.fillRect(0, 0, canvas.width, canvas.height);
    // WebGL keeps its picture only until the browser has shown it: draw and read in one go.
    sigma.refresh();
    const layers = sigma.getCanvases();
    for (const part of [under.hidden ? undefined : under, layers.edges, layers.nodes, over]) {
      if (part && part.width > 0) to.drawImage(part, 0, 0, canvas.width, canvas.height);
    }
    return canvas;
  }
}

function hideLayer(sigma: Sigma, name: string): void {
  const canvas = sigma.getCanvases()[name];
  if (canvas) canvas.style.display = 'none';
}

function resize(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
}

/** The least and the greatest value, without a share of each end. */
function middleRange(values: ArrayLike<number>, cut: number): readonly [number, number] {
  const sorted = Array.from(values).sort((a, b) => a - b);
  const skip = Math.floor(sorted.length * cut);
  return [sorted[skip] ?? 0, sorted[sorted.length - 1 - skip] ?? 0];
}
