/** The camera: what of the graph or the map is in view, and how to bring other things into it. */
import type { Gaze } from '../state/link.js';
import type { Board } from './board.js';
import type { Point } from './curves.js';
import { extentOf, MAP_EXTENT, middleRange } from './places.js';

export interface Eye {
  gaze(): Gaze;
  look(gaze: Gaze): void;
  /** Moves there, at once where the reader wants no motion. */
  go(gaze: Gaze): void;
  /** Brings nodes into the middle of the view; without nodes, everything. */
  fit(nodes?: Iterable<number>): void;
  /** The first look at a view, without motion. */
  open(known: Gaze | undefined): void;
  zoom(factor: number): void;
  pan(dx: number, dy: number): void;
  /** A box that does not change with the filters, so that nodes stay where the reader saw them. */
  setBox(): void;
}

/** Room for the names of the outermost nodes. */
const MARGIN = 110;

export function createEye(board: Board): Eye {
  const { sigma, places, now } = board;
  const camera = sigma.getCamera();
  const onMap = () => now.input?.state.view === 'map';

  const gaze = (): Gaze => {
    const { x, y, ratio } = camera.getState();
    return { x, y, ratio };
  };
  const go = (target: Gaze) => {
    if (now.input?.still) camera.setState(target);
    else void camera.animate(target, { duration: 450, easing: 'quadraticInOut' });
  };

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
    const upright = now.input?.state.view === 'graph' && wide && height > width * 1.15;
    camera.enabledRotation = true;
    camera.setState({ angle: upright ? Math.PI / 2 : 0 });
    camera.enabledRotation = false;
  }

  /** The camera that shows these nodes. Without any: the bulk, not a far straggler. */
  function gazeOn(wanted: readonly number[] | undefined): Gaze | undefined {
    const at = onMap() ? places.map() : places.graph;
    const numbers = (wanted ?? now.scene?.nodes.map(node => node.index) ?? []).filter(number =>
      Number.isFinite(at[number * 2]),
    );
    if (numbers.length === 0) return undefined;
    const cut = wanted === undefined && numbers.length > 60 && !onMap() ? 0.015 : 0;
    const [x0, x1] = middleRange(
      numbers.map(number => at[number * 2] ?? 0),
      cut,
    );
    const [y0, y1] = middleRange(
      numbers.map(number => at[number * 2 + 1] ?? 0),
      cut,
    );
    const { width, height } = sigma.getDimensions();
    const covered = coveredBelow(board.container);
    const [corner, other] = [
      sigma.graphToViewport({ x: x0, y: y0 }),
      sigma.graphToViewport({ x: x1, y: y1 }),
    ];
    const [a, b] = [sigma.viewportToFramedGraph(corner), sigma.viewportToFramedGraph(other)];
    const stretch = Math.max(
      Math.abs(other.x - corner.x) / Math.max(120, width - MARGIN),
      Math.abs(other.y - corner.y) / Math.max(60, height - covered - MARGIN),
    );
    const closest = wanted === undefined ? 0.05 : 0.22;
    const zoom = camera.getState().ratio;
    const ratio = Math.min(1.6, Math.max(closest, zoom * stretch));
    const down = shift(covered / 2, ratio / zoom);
    return { x: (a.x + b.x) / 2 + down.x, y: (a.y + b.y) / 2 + down.y, ratio };
  }

  /** So many pixels down the screen, as the camera measures it after zooming by a factor. */
  function shift(pixels: number, factor: number): Point {
    const [from, to] = [
      { x: 0, y: 0 },
      { x: 0, y: pixels },
    ].map(at => sigma.viewportToFramedGraph(at)) as [Point, Point];
    return { x: (to.x - from.x) * factor, y: (to.y - from.y) * factor };
  }

  return {
    gaze,
    go,
    look: target => camera.setState(target),
    fit(nodes) {
      const target = gazeOn(nodes ? [...nodes] : undefined);
      if (target) go(target);
    },
    open(known) {
      sigma.resize(true);
      turn();
      camera.setState(known ?? gazeOn(undefined) ?? { x: 0.5, y: 0.5, ratio: 1 });
    },
    zoom: factor => go({ ...gaze(), ratio: gaze().ratio * factor }),
    pan(dx, dy) {
      const { width, height } = sigma.getDimensions();
      const from = sigma.viewportToFramedGraph({ x: width / 2, y: height / 2 });
      const to = sigma.viewportToFramedGraph({ x: width / 2 + dx, y: height / 2 + dy });
      go({ ...gaze(), x: gaze().x + to.x - from.x, y: gaze().y + to.y - from.y });
    },
    setBox: () => sigma.setCustomBBox(onMap() ? MAP_EXTENT : extentOf(places.graph)),
  };
}

/** How much of the canvas a panel covers from below, as on a phone. */
function coveredBelow(container: HTMLElement): number {
  const canvas = container.getBoundingClientRect();
  const tops = [...document.querySelectorAll('.panel')]
    .filter(panel => getComputedStyle(panel).position === 'fixed')
    .map(panel => panel.getBoundingClientRect().top);
  return Math.max(0, canvas.bottom - Math.min(canvas.bottom, ...tops));
}
