// The years of a plan on its explore page: what stands when, beside edits, colours and other plans of the same places.
import { getJson } from './api.js';
import { PhaseMap } from './phase-map.js';
import { sayYear } from './programme-words.js';
import { Timeline } from './timeline.js';
import { more, text } from './words.js';

const $ = (id) => document.getElementById(id);

/** Offers the years of a plan whose places are drawn. draw(kinds): the places as they are then. */
export async function offerYears(plan, { places, shade, draw }) {
  const [programme] = await Promise.all([getJson(`/plans/${plan}/programme`), more('programme')]);
  const map = new PhaseMap({ programme, links: places.network.data, kinds: places.points.data.kind });
  const timeline = new Timeline($('timeline'), programme.years, {
    say: (year) => sayYear(programme, year),
    onYear: (year) => {
      places.network.setData(map.linksAt(year));
      if (shade.choice.value === 'phase') places.points.shade = map.shadeAt(year); // drawn with the places
      draw(map.kindsAt(year));
    },
  });
  shade.offer('phase', {
    title: text('ui.programme.years-of'),
    shadeOf: (of) => (of === plan ? map.shadeAt(timeline.year) : null),
    words: (k) => (programme.placePhases[k] ? text('ui.programme.phase', programme.placePhases[k]) : '–'),
  });
  return {
    timeline,
    /** Another plan's places are drawn: the years say nothing of them. */
    leave(other) {
      $('timeline').hidden = other !== plan;
      if (other === plan) timeline.choose(timeline.year);
      else timeline.stop();
    },
  };
}
