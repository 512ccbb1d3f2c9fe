// What changes between two plans of the same places: gained, lost, other technology, the same.
import { PointsLayer } from './points-layer.js';
import { token, trace } from './families.js';

/** True when both plans hold the same places in the same order. */
export function sameplaces(a, b) {
  if (a.n !== b.n) return false;
  for (let i = 0; i < a.n; i++) {
    if (a.lon[i] !== b.lon[i] || a.lat[i] !== b.lat[i]) return false;
  }
  return true;
}

/** One word for each place, from the class bytes of both plans. */
export function differenceKinds(from, to) {
  return Array.from(from, (kind, i) =>
    kind === to[i] ? 'same' : kind === 0 ? 'gained' : to[i] === 0 ? 'lost' : 'changed');
}

export function countKinds(kinds) {
  const counts = { gained: 0, lost: 0, changed: 0, same: 0 };
  kinds.forEach((kind) => counts[kind]++);
  return counts;
}

const SHAPES = { gained: 'up', lost: 'down', changed: 'diamond' };

export const DifferenceLayer = PointsLayer.extend({
  initialize(data, kinds) {
    this.kinds = kinds;
    PointsLayer.prototype.initialize.call(this, data);
  },

  drawSquares(context, frame) {
    this.each(frame, 'same', (x, y) => context.fillRect(x - 1, y - 1, 2, 2), () => (context.fillStyle = token('--m-admin')));
  },

  drawSymbols(context, frame) {
    const fill = { gained: token('--d-more'), lost: token('--d-less'), changed: token('--ink-2') };
    context.strokeStyle = token('--t-outline');
    context.lineWidth = .8;
    for (const kind of Object.keys(SHAPES)) {
      this.each(frame, kind, (x, y, people) => {
        context.save();
        context.translate(x, y);
        trace(context, SHAPES[kind], Math.min(9, 2.5 + Math.sqrt(people / 2000)) * frame.grow);
        context.fillStyle = fill[kind];
        context.fill();
        context.stroke();
        context.restore();
      });
    }
  },

  each({ size, scale, origin }, kind, draw, before = () => {}) {
    before();
    const { n, x, y, people } = this.data;
    for (let i = 0; i < n; i++) {
      if (this.kinds[i] !== kind) continue;
      const px = x[i] * scale - origin.x, py = y[i] * scale - origin.y;
      if (px > -12 && py > -12 && px < size.x + 12 && py < size.y + 12) draw(px, py, people[i]);
    }
  },
});
