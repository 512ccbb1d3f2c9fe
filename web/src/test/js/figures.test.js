// Edges that the rules of figures name; that Java says the same is asserted by FiguresTwinTest.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, openPage, spaced } from './page.js';

openPage();
const { brief, duration, gap, gapPercent, percent, percentOf, plain, ranged, usd, whole } = await load('figures.js');

const reads = (figure, wanted) => assert.equal(spaced(figure), wanted);

test('unknown is told as such, in every form', () => {
  for (const form of [whole, brief, usd, percent, (value) => plain(value, 2)]) {
    for (const value of [null, undefined, NaN]) reads(form(value), 'not known');
  }
  reads(gap(null), 'no bound available');
});

test('a share is never 0% or 100% that is neither', () => {
  reads(percent(0), '0%');
  reads(percent(0.0001), 'under 1%');
  reads(percent(0.9999), '99%');
  reads(percent(1), '100%');
});

test('a share of people is 100% exactly where nobody is left, counted whole', () => {
  reads(percentOf(1 - 1e-16, 1), '100%');
  reads(percentOf(999.6, 1000), '100%');
  reads(percentOf(999.4, 1000), '99%');
  reads(percentOf(0.4, 1000), '0%');
  reads(percentOf(0.6, 1000), 'under 1%');
  reads(percentOf(1, 0), 'not known');
});

test('a gap is rounded up, never flattering', () => {
  reads(gapPercent(0.0301), '3.1%');
  reads(gapPercent(0.03), '3%');
  reads(gap(1e-10), 'the best possible');
  reads(gap(1), 'with a bound that rules nothing out');
});

test('what is gained stands with its range, where one is known and says more', () => {
  reads(ranged('9 people', 4, 12_000), '9 people (4 to 12 k)');
  reads(ranged('9 people', 9, 9), '9 people');
  reads(ranged('9 people', null, null), '9 people');
});

test('three digits carry over into the next unit', () => {
  reads(brief(999_999), '1 M');
  reads(brief(9_994), '9,994');
  reads(brief(9_999), '10 k');
  reads(usd(12.345), 'USD 12.3');
});

test('seconds become the unit in which they are small and whole', () => {
  reads(duration(0.2), '1 second');
  reads(duration(99), '99 seconds');
  reads(duration(150), '3 minutes');
  reads(duration(6000), '2 hours');
  reads(duration(172_800), '2 days');
});
