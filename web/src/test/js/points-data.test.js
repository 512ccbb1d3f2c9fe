import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.js';

const { decodePoints, PointGrid, peopleOf } = await load('points-data.js');

/** A KP1 file, written from its description alone. */
function file(bounds, places, magic = 'KP1') {
  const n = places.length, view = new DataView(new ArrayBuffer(40 + 6 * n));
  [...magic].forEach((sign, k) => view.setUint8(k, sign.charCodeAt(0)));
  view.setInt32(4, n, true);
  bounds.forEach((value, k) => view.setFloat64(8 + 8 * k, value, true));
  places.forEach(({ lon, lat, kind, step }, i) => {
    view.setUint16(40 + 2 * i, lon, true);
    view.setUint16(40 + 2 * n + 2 * i, lat, true);
    view.setUint8(40 + 4 * n + i, kind);
    view.setUint8(40 + 5 * n + i, step);
  });
  return view.buffer;
}

test('columns become degrees, kinds and people', () => {
  const data = decodePoints(file([-10, -20, 30, 40], [
    { lon: 0, lat: 65535, kind: 3, step: 8 }, { lon: 65535, lat: 0, kind: 131, step: 0 },
  ]));
  assert.equal(data.n, 2);
  assert.deepEqual([...data.lon], [-10, 30]);
  assert.deepEqual([...data.lat], [40, -20]);
  assert.deepEqual([...data.kind], [3, 131]);
  assert.deepEqual([...data.people], [1, 0]);
  assert.deepEqual(data.bounds, [[-20, -10], [40, 30]]);
});

test('the middle of the world lies in the middle of its picture', () => {
  const { x, y } = decodePoints(file([0, 0, 0, 0], [{ lon: 0, lat: 0, kind: 0, step: 0 }]));
  assert.ok(Math.abs(x[0] - 128) < 1e-9 && Math.abs(y[0] - 128) < 1e-9);
});

test('people come in eighths of powers of two', () => {
  assert.equal(peopleOf(0), 0);
  assert.equal(peopleOf(80), 1023);
});

test('another format is refused by name', () => {
  assert.throws(() => decodePoints(file([0, 0, 1, 1], [], 'KP9')), /KP9/);
});

test('the grid finds what looking at every point finds', () => {
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const n = 700, data = { n, x: Float64Array.from({ length: n }, () => random() * 20), y: Float64Array.from({ length: n }, () => random() * 5) };
  const grid = new PointGrid(data), visible = (i) => i % 3 > 0;
  let hits = 0;
  for (let k = 0; k < 400; k++) {
    const x = random() * 22 - 1, y = random() * 7 - 1, radius = random();
    let best = -1, least = radius * radius;
    for (let i = 0; i < n; i++) {
      const d = (data.x[i] - x) ** 2 + (data.y[i] - y) ** 2;
      if (d < least && visible(i)) { best = i; least = d; }
    }
    assert.equal(grid.nearest(x, y, radius, visible), best);
    if (best >= 0) hits++;
  }
  assert.ok(hits > 100 && hits < 400);
});

test('a grid of no places finds none', () => {
  assert.equal(new PointGrid({ n: 0, x: [], y: [] }).nearest(1, 1, 5, () => true), -1);
});
