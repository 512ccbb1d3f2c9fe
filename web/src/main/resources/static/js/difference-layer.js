// What changes between two plans of the same places: gained, lost, other technology, the same.
import { colourWord, stampOf } from './pixels.js';
import { PointsLayer } from './points-layer.js';
import { outlineOf, token } from './families.js';

/** What a byte of /comparisons/{a}/{b}/kinds says of a place. */
const KINDS = ['same', 'gained', 'lost', 'changed'];
const SYMBOLS_AT_MOST = 10_000; // in one view; the least populous beyond are squares
const SHAPES = { gained: 'M0-7.6 7.4 5.8H-7.4z', lost: 'M0 7.6 7.4-5.8H-7.4z', changed: 'M0-8 8 0 0 8-8 0z' };
const TOKENS = { gained: '--d-more', lost: '--d-less', changed: '--ink-2' };

/** Places of each kind. */
export function countKinds(kinds) {
  const counts = new Uint32Array(KINDS.length);
  for (const kind of kinds) counts[kind]++;
  return Object.fromEntries(KINDS.map((name, kind) => [name, counts[kind]]));
}

export const DifferenceLayer = PointsLayer.extend({
  initialize(data, kinds) {
    this.kinds = kinds;
    PointsLayer.prototype.initialize.call(this, data);
  },

  drawPlaces(pixels, frame) {
    const { kinds, data: { people } } = this, { dpr, grow } = frame;
    const outline = token('--t-outline'), stamps = new Map();
    const squares = ['--m-admin', ...KINDS.slice(1).map((name) => TOKENS[name])].map((name) => colourWord(token(name)));
    const unchanged = this.locate(frame, (i) => kinds[i] === 0);
    for (let k = 0; k < unchanged.count; k++) pixels.square(unchanged.x[k], unchanged.y[k], 2 * dpr, squares[0]);
    const changes = this.locate(frame, (i) => kinds[i] > 0), least = this.leastOfMost(SYMBOLS_AT_MOST, changes);
    for (const large of [false, true]) {
      for (let k = 0; k < changes.count; k++) {
        const i = changes.at[k], kind = kinds[i];
        if (people[i] >= least !== large) continue;
        if (!large) {
          pixels.square(changes.x[k], changes.y[k], 3 * dpr, squares[kind]);
          continue;
        }
        const half = Math.round(Math.min(18, 5 + Math.sqrt(people[i] / 500))), key = kind * 32 + half;
        let stamp = stamps.get(key);
        if (!stamp) stamps.set(key, (stamp = changeStamp(KINDS[kind], (half / 2) * grow, dpr, outline)));
        pixels.stamp(stamp, changes.x[k], changes.y[k]);
      }
    }
  },
});

function changeStamp(kind, r, dpr, outline) {
  return stampOf((r * 1.25 + 1.5) * dpr, (context) => {
    context.scale(dpr, dpr);
    const shape = outlineOf(new Path2D(SHAPES[kind]), r);
    context.fillStyle = token(TOKENS[kind]);
    context.fill(shape);
    context.lineWidth = .8;
    context.strokeStyle = outline;
    context.stroke(shape);
  });
}
