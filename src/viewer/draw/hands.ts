/** Mouse and touch on the canvas: pointing, clicking, dragging nodes. Moving the view is left to sigma. */
import type Sigma from 'sigma';
import type { MouseCoords, TouchCoords } from 'sigma/types';
import type { Point } from './curves.js';
import type { Hover } from './scene.js';

export interface HandsInput {
  /** What lies under a point of the canvas. */
  readonly at: (point: Point) => Hover;
  readonly canDrag: () => boolean;
  readonly point: (item: Hover, at: Point) => void;
  readonly click: (item: Hover) => void;
  readonly doubleClick: (node: number) => void;
  readonly drag: (node: number, to: Point) => void;
}

export function listenToHands(sigma: Sigma, hands: HandsInput): void {
  const [mouse, touch] = [sigma.getMouseCaptor(), sigma.getTouchCaptor()];
  // sigma's own listeners ask the graphics card what is under the pointer.
  mouse.removeAllListeners();
  touch.removeAllListeners();
  let held: number | undefined;
  let busy = false;

  const move = (event: MouseCoords) => {
    if (busy) return;
    busy = true;
    requestAnimationFrame(() => {
      busy = false;
      hands.point(hands.at(event), event);
    });
  };
  const down = (point: Point) => {
    const item = hands.canDrag() ? hands.at(point) : undefined;
    held = item && 'node' in item ? item.node : undefined;
  };
  const up = () => {
    held = undefined;
  };
  const doubled = (event: MouseCoords | TouchCoords, point: Point) => {
    const item = hands.at(point);
    if (!item || !('node' in item)) return;
    event.preventSigmaDefault();
    hands.doubleClick(item.node);
  };

  mouse.on('mousemove', event => {
    if (held === undefined) move(event);
  });
  mouse.on('mousemovebody', event => {
    if (held === undefined) return;
    event.preventSigmaDefault();
    event.original.preventDefault();
    hands.drag(held, event);
  });
  mouse.on('mousedown', down);
  mouse.on('mouseup', up);
  mouse.on('mouseleave', event => hands.point(undefined, event));
  mouse.on('click', event => hands.click(hands.at(event)));
  mouse.on('doubleClick', event => doubled(event, event));

  touch.on('touchdown', event => down(place(event)));
  touch.on('touchmove', event => {
    if (held === undefined || event.touches.length > 1) return;
    event.preventSigmaDefault();
    hands.drag(held, place(event));
  });
  touch.on('touchup', up);
  touch.on('tap', event => hands.click(hands.at(place(event))));
  touch.on('doubletap', event => doubled(event, place(event)));
}

function place(event: TouchCoords): Point {
  return event.touches[0] ?? event.previousTouches[0] ?? { x: -1, y: -1 };
}
