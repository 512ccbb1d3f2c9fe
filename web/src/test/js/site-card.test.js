import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, openPage, spaced } from './page.js';

openPage({});
globalThis.window = { L: {} };
await (await load('words.js')).more('explore');
const { costRows, lines, mastWords } = await load('site-card.js');
const site = { location: { lat: -29.5, lon: 28 }, masts: 7, hopsBetweenMasts: 6, units: 7, loadMbps: 400.04, energy: 'SOLAR', buildYear: 2027 };
const sheet = {
  site, standing: false, heightM: 15, heightAssumed: false, bandMhz: 1800, bandLowMhz: 1710, bandHighMhz: 1880, licensedMhz: 40, capacityMbps: 476, powerW: 2100, panelsKwp: 12.34, batteryKwh: 120,
  gridLineKm: null, mastsWithinKm: 1.234, linkToName: 'Exchange', linkShareRatio: 1, linkBandLowMhz: 14400, linkBandHighMhz: 15350,
  link: { toId: 'ixp', distanceKm: 11.06, systems: 1, loadMbps: 400.04 },
};
const said = (given) => Object.fromEntries(lines(given).map(([name, words]) => [name, spaced(words)]));

test('a site is told line by line, as the cost book has it', () => {
  const told = said({ unit: 'a 4G station', medium: 'Microwave', sheet });
  assert.equal(told.Masts, '7 masts within 1.2 km, 6 hops');
  assert.equal(told.Position, '-29.5, 28 · to be surveyed'.replace('-', '−'));
  assert.equal(told.Height, '15 m');
  assert.equal(told.Band, '1,800 MHz, in the band 1,710–1,880 MHz');
  assert.equal(told.Units, '7 × a 4G station');
  assert.equal(told.Load, '400 of 476 Mbps (84%)');
  assert.equal(told.Power, 'solar · 2,100 W · 12.3 kWp of panels, 120 kWh of batteries');
  assert.equal(told.Link, 'Microwave to Exchange, 11.1 km, 1 system, 400 Mbps · 14,400–15,350 MHz');
});

test('radio without a reach to phones has a band, and a height that may be assumed', () => {
  const told = said({ unit: '', medium: '', sheet: { ...sheet, heightM: 7.5, heightAssumed: true, bandMhz: null, bandLowMhz: 5470, bandHighMhz: 5850 } });
  assert.equal(told.Height, '7.5 m (assumed)');
  assert.equal(told.Band, '5,470–5,850 MHz');
});

test('what the cost book does not tell is said so, and nothing is invented', () => {
  const told = said({ unit: '', medium: '', sheet: { ...sheet, heightM: null, bandMhz: null, bandLowMhz: null, bandHighMhz: null, licensedMhz: null, capacityMbps: null, link: null } });
  assert.equal(told.Height, 'no figure in the cost book');
  assert.equal(told.Band, 'no figure in the cost book');
  assert.equal(told['Licensed spectrum'], 'none needed');
  assert.equal(told.Load, '400 Mbps');
  assert.equal(told.Link, 'none: the network is here');
});

test('a mast of the model is no tower that stands; sites of one place are told of each other', () => {
  const others = [{ siteId: 'a:lte-macro', technology: '4G', masts: 3 }, { siteId: 'a:fwa', technology: 'FWA', masts: 1 }];
  const told = said({ unit: '', medium: '', others, sheet: { ...sheet, standing: true, assumed: true, heightM: null } });
  assert.equal(told.Height, 'not known');
  assert.match(told.Position, /assumed by the model of today’s coverage$/);
  assert.match(told.Masts, /6 hops\. Other sites of this plan stand at this place: 3 masts of 4G, 1 mast of FWA; towers are counted apart/);
  assert.match(said({ unit: '', medium: '', sheet: { ...sheet, standing: true, assumed: false } }).Position, /a tower that stands$/);
});

test('one mast needs no ring; cabinets need no hops', () => {
  assert.equal(mastWords({ site: { masts: 1, hopsBetweenMasts: 0 }, mastsWithinKm: null }), '1');
  assert.equal(mastWords({ site: { masts: 2, hopsBetweenMasts: 0 }, mastsWithinKm: 0.5 }), '2 within 0.5 km');
});

test('the last row is the sum of the others in whole cents', () => {
  const costs = ['EQUIPMENT', 'LINK'].map((kind) => ({ kind, capexUsd: 0.1 + 1e6, opexUsdPerYear: 0.2, lifetimeCostUsd: 2.25 }));
  const rows = costRows(costs);
  assert.deepEqual(rows.map(([name]) => name), ['equipment', 'link to the network', 'total']);
  assert.deepEqual(rows[2][1], ['2,000,000.2', '0.4', '4.5']);
});
