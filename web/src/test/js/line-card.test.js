import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, openPage } from './page.js';

openPage({});
const KM_PER_DEGREE = 111.2;
// flat, as small distances near the equator are: the real one is Leaflet's
const distance = (a, b) => 1000 * KM_PER_DEGREE * Math.hypot(a.lat - b.lat, a.lng - b.lng);
globalThis.window = { L: { Layer: { extend: () => null }, CRS: { Earth: { distance } } } };
const { lineWords, nearestLine, networkLines } = await load('line-card.js');
const road = { kind: 'road', path: [[27, -29], [28, -29]] };
const fibre = { kind: 'fibreToday', path: [[27, -29.01], [28, -29.01]], operator: 'BCS', source: 'ITU 2025' };

test('the nearest line within reach is told, between its points too', () => {
  assert.equal(nearestLine([road, fibre], [27.5, -29.001], 10), road);
  assert.equal(nearestLine([road, fibre], [27.5, -29.009], 10), fibre);
  assert.equal(nearestLine([road, fibre], [27.5, -29.5], 10), null);
});

test('of lines equally near the first is told, and nothing beyond a line’s ends', () => {
  assert.equal(nearestLine([fibre, { ...fibre }], [27.5, -29.01], 10), fibre);
  assert.equal(nearestLine([road], [28.1, -29], 10), null);
});

test('reach is in pixels: from afar more is near', () => {
  assert.equal(nearestLine([road], [27.5, -29.05], 12), null);
  assert.equal(nearestLine([road], [27.5, -29.05], 6), road);
});

test('fibre has its own operator and source, whatever its status; what is hidden is not found', () => {
  const path = [[1, 1], [2, 2]], hidden = new Set(['microwave']);
  const data = {
    media: ['fibre', 'microwave'], links: [[1, 1, 2, 2, 0, 1], [1, 1, 2, 2, 1, 1]], fibreLines: [path], fibreUnknown: [path], fibrePlanned: [path],
    fibreFrom: [['A', 'x'], ['B', 'y']], fibreFromOf: [1, 0, 1],
  };
  assert.deepEqual([...networkLines({ data, hidden })].map(({ kind, operator }) => [kind, operator]),
    [['fibre', undefined], ['fibreToday', 'B'], ['fibreUnknown', 'A'], ['fibrePlanned', 'B']]);
  assert.deepEqual([...networkLines({ hidden })], []);
});

test('fibre tells its own source and operator, roads their layer', () => {
  assert.match(lineWords(fibre).from, /ITU 2025/);
  assert.match(lineWords({ ...fibre, operator: '' }).from, /^ITU 2025$/);
  assert.match(lineWords(road).from, /Natural Earth/);
  assert.match(lineWords({ kind: 'microwave' }).from, /candidate plan/);
  assert.notEqual(lineWords({ kind: 'fibreUnknown', source: 'x' }).sure, lineWords({ kind: 'fibrePlanned', source: 'x' }).sure);
});

test('a new line along a road tells how long that is, and how long it were straight', () => {
  const straight = lineWords({ kind: 'fibre', path: [[27, -29], [28, -29]] }).sure;
  const bent = lineWords({ kind: 'fibre', path: [[27, -29], [27.5, -29.5], [28, -29]] }).sure;
  assert.match(straight, /straight between two places/);
  assert.match(bent, /157.* km instead of 111.* km straight/);
});
