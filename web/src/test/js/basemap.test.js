import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, load, openPage } from './page.js';

// two squares that share the arc from (1, 0) to (1, 1), on a grid of tenths
const MAP = {
  transform: { scale: [.1, .1], translate: [0, 0] },
  arcs: [[10, 0, 0, 10], [10, 10, -10, 0, 0, -10, 10, 0], [10, 0, 10, 0, 0, 10, -10, 0]],
  countries: { AAA: [[0, 1]], BBB: [[2, ~0]] }, territories: {}, neighbours: [], disputed: [0],
};
openPage({ answers: () => answer(MAP) });
const { africa } = await load('basemap.js');
const { countryLabels } = await load('country-labels.js');
const bounds = (west, south, east, north) => ({ getWest: () => west, getSouth: () => south, getEast: () => east, getNorth: () => north });
const near = (value, wanted) => assert.ok(Math.abs(value - wanted) < 1e-9, `${value} is not ${wanted}`);

test('neighbours take the same border from one arc, in either direction', async () => {
  const { features } = await africa();
  const [a, b] = features.map(({ geometry }) => geometry.coordinates[0]?.[0]);
  assert.deepEqual(a, [[1, 0], [1, 1], [0, 1], [0, 0], [1, 0]]);
  assert.deepEqual(b, [[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]]);
});

test('an undetermined border is a line of its own and told of its countries', async () => {
  const { features } = await africa();
  assert.deepEqual(features.filter(({ properties }) => properties.border).map(({ geometry }) => geometry.coordinates), [[[1, 0], [1, 1]]]);
  assert.ok(features[0].properties.openEdge);
});

test('a name stands where the view shows most of its land', async () => {
  const [label] = await countryLabels(new Map([['BBB', 'B-land']]));
  const all = label.widest(bounds(-5, -5, 5, 5)), part = label.widest(bounds(1.5, .2, 5, .4));
  near(all.west, 1);
  near(all.east, 2);
  assert.ok(all.lat > .4 && all.lat < .6);
  near(part.west, 1.5);
  assert.equal(label.widest(bounds(3, 3, 5, 5)), null);
});
