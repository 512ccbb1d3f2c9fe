// Two programmes under one slider: both maps show what stands at the end of the same year.
import { getJson } from './api.js';
import { people, usd } from './figures.js';
import { PhaseMap } from './phase-map.js';
import { Timeline } from './timeline.js';
import { more, text } from './words.js';

/** What a programme has done until the end of a year: people at the standard, money spent. */
function done({ years, peopleBaseline }, until) {
  const past = years.filter(({ year }) => year <= until);
  return [people(peopleBaseline + past.at(-1).peopleServed), usd(past.reduce((sum, { spentUsd }) => sum + spentUsd, 0))];
}

/** sides: {id, points, links} of each plan; drawn(k): layers on which plan k is drawn. Resolves to the timeline. */
export async function offerPair(sides, drawn) {
  const [programmes] = await Promise.all([Promise.all(sides.map(({ id }) => getJson(`/plans/${id}/programme`))), more('programme')]);
  const host = document.getElementById('timeline');
  const maps = sides.map(({ points, links }, k) => new PhaseMap({ programme: programmes[k], links, kinds: points.kind }));
  // a page key stops wherever a phase of either ends
  const years = programmes[0].years.map(({ year, phase }, k) => ({ year, phase: `${phase}-${programmes[1].years[k].phase}` }));
  return new Timeline(host, years, {
    say: (year) => text('ui.programme.pair-by-end', year, host.dataset.a, ...done(programmes[0], year), host.dataset.b, ...done(programmes[1], year)),
    onYear: (year) => maps.forEach((map, k) => drawn(k).forEach((layers) => map.draw(layers, year, null))),
  });
}
