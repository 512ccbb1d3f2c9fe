// What an imported layer changes of the next plans: people covered, schools joined, power lines near, hops closed.
import { getJson } from './api.js';
import { people, percent, percentOf, whole } from './figures.js';
import { has, text } from './words.js';

const $ = (id) => document.getElementById(id);
const TOLD = ['settlements', 'coverage', 'facilities', 'grid', 'hazard', 'elevation'];

const kindName = ({ id, name }) => (has(`ui.data.institution-${id}`) ? text(`ui.data.institution-${id}`) : name);

function sentences({ coverage, coverageUnknown, institutions, kindUnknown, grid, hazard, hopsClosed }) {
  const said = [];
  if (coverageUnknown) said.push(text('ui.data.effect-coverage-unknown', whole(coverageUnknown.places), people(coverageUnknown.people)));
  if (coverage) {
    said.push(text('ui.data.effect-coverage', people(coverage.peopleBefore), people(coverage.peopleAfter),
      percentOf(coverage.peopleBefore, coverage.people), percentOf(coverage.peopleAfter, coverage.people), percent(coverage.publishedRatio), coverage.publishedYear));
  }
  for (const { kind, joined, farther, withinKm } of institutions) {
    said.push(text('ui.data.effect-institutions', kindName(kind), whole(joined), whole(joined * kind.busyHourMbps.value), kind.busyHourMbps.value, kind.busyHourMbps.low, kind.busyHourMbps.high));
    if (farther) said.push(text('ui.data.effect-farther', kindName(kind), whole(farther), whole(withinKm)));
  }
  if (kindUnknown) said.push(text('ui.data.effect-kind-unknown', whole(kindUnknown)));
  if (grid) said.push(text('ui.data.effect-grid', whole(grid.known), whole(grid.places), whole(grid.near), grid.nearKm));
  if (hazard) said.push(text('ui.data.effect-hazard', whole(hazard.closed), whole(hazard.dearer)));
  if (hopsClosed !== undefined) said.push(text('ui.data.effect-hops', whole(hopsClosed)));
  return said;
}

/** Says under the outcome of an import what it changes; nothing for layers that are taken as they stand. */
export async function showEffect({ stored, dataset }) {
  document.getElementById('effect')?.remove();
  if (!stored || !TOLD.includes(dataset.layer)) return;
  const box = Object.assign(document.createElement('p'), { id: 'effect', className: 'means', textContent: text('ui.data.effect-counting') });
  $('outcome').after(box);
  const said = await getJson(`/datasets/${dataset.id}/effect`).then(sentences, (error) => [error.message]);
  box.textContent = said.join(' ');
  box.hidden = !said.length;
}
