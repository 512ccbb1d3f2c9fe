// What changes between two plans of the same places: gained, lost, other technology, the same.
import { colourWord, stampOf } from './pixels.js';
import { PointsLayer } from './points-layer.js';
import { token, trace } from './families.js';

const KINDS = ['same', 'gained', 'lost', 'changed'];

/** One word for each place, from the bytes of /comparisons/{a}/{b}/kinds. */
export const readKinds = (bytes) => Array.from(new Uint8Array(bytes), (kind) => KINDS[kind]);

export function countKinds(kinds) {
  const counts = { gained: 0, lost: 0, changed: 0, same: 0 };
  kinds.forEach((kind) => counts[kind]++);
  return counts;
}

const SHAPES = { gained: 'up', lost: 'down', changed: 'diamond' };
const TOKENS = { gained: '--d-more', lost: '--d-less', changed: '--ink-2' };

export const DifferenceLayer = PointsLayer.extend({
  initialize(data, kinds) {
    this.kinds = kinds;
    PointsLayer.prototype.initialize.call(this, data);
  },

  drawPlaces(pixels, frame) {
    const { kinds, data: { people } } = this, { dpr, grow } = frame;
    const same = colourWord(token('--m-admin')), outline = token('--t-outline');
    const changes = [], stamps = new Map();
    this.each(frame, (i, x, y) => {
      if (kinds[i] === 'same') pixels.square(x, y, 2 * dpr, same);
      else changes.push(i, x, y);
    });
    for (let c = 0; c < changes.length; c += 3) {
      const kind = kinds[changes[c]];
      const half = Math.round(Math.min(18, 5 + Math.sqrt(people[changes[c]] / 500))), key = kind + half;
      let stamp = stamps.get(key);
      if (!stamp) stamps.set(key, (stamp = changeStamp(kind, (half / 2) * grow, dpr, outline)));
      pixels.stamp(stamp, changes[c + 1], changes[c + 2]);
    }
  },
});

function changeStamp(kind, r, dpr, outline) {
  return stampOf((r * 1.25 + 1.5) * dpr, (context) => {
    context.scale(dpr, dpr);
    trace(context, SHAPES[kind], r);
    context.fillStyle = token(TOKENS[kind]);
    context.fill();
    context.lineWidth = .8;
    context.strokeStyle = outline;
    context.stroke();
  });
}
