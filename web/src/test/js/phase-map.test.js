import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, openPage } from './page.js';

openPage();
globalThis.document.querySelector = () => null;
const { PhaseMap } = await load('phase-map.js');
const NONE = 0, BASE = 1, FIBRE = 2, LEO = 3;

const programme = {
  years: [{ year: 2027, phase: 1 }, { year: 2028, phase: 1 }, { year: 2029, phase: 2 }],
  placePhases: [2, 0, 1, 0], linkPhases: [2, 1], sitePhases: [1, 2],
};
const links = {
  links: [[1, 1, 2, 2, 0, 1], [3, 3, 4, 4, 0, 1]], sites: [[1, 1, 0, 1], [2, 2, 0, 1]], media: ['fibre'],
  courses: [{ link: 0, path: 'late' }, { link: 1, path: 'early' }],
};
const kinds = Uint8Array.of(FIBRE, BASE, LEO, NONE);
const map = new PhaseMap({ programme, links, kinds });

test('at the end of a year stands what its phase and those before have built', () => {
  assert.deepEqual([...map.kindsAt(2028)], [NONE, BASE, LEO, NONE]);
  assert.deepEqual([...map.kindsAt(2029)], [...kinds]);
  assert.deepEqual([...kinds], [FIBRE, BASE, LEO, NONE], 'the plan itself stays as it is');
});

test('what comes later is told from what is left out and from what is served today', () => {
  const [leftOut, later, today, first] = [0, 1, 2, 3];
  assert.deepEqual([...map.shadeAt(2027).classes], [later, today, first, leftOut]);
  assert.deepEqual([...map.shadeAt(2029).classes], [first + 1, today, first, leftOut]);
});

test('courses follow their links when others are not yet built', () => {
  const early = map.linksAt(2027);
  assert.deepEqual(early.links, [links.links[1]]);
  assert.deepEqual(early.courses, [{ link: 0, path: 'early' }]);
  assert.deepEqual(early.sites, [links.sites[0]]);
  assert.deepEqual(map.linksAt(2029), links);
});
