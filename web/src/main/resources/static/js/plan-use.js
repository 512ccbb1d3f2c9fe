// How full what a plan builds is, year by year.
import { getJson } from './api.js';
import { element, table } from './elements.js';
import { percent, whole } from './figures.js';
import { more, text } from './words.js';

const HEADS = ['adopted', 'load', 'nearly-full', 'overfull'];

/** Fills a box that somebody opened. */
export async function showUse(box, plan) {
  const answer = box.querySelector('[data-answer]');
  try {
    const [years] = await Promise.all([getJson(`/plans/${plan}/use-by-year`), more('use')]);
    const to = years.at(-1), from = years[0];
    const told = to.sites
      ? text('ui.use.sentence', to.year, percent(to.adoptionRatio), whole(to.sites), percent(to.nearlyFullRatio), percent(to.overfullRatio), from.year, percent(from.loadRatio))
      : text('ui.use.no-sites');
    answer.replaceChildren(
      element('p', { className: 'small' }, told),
      table('use', [text('ui.use.year'), HEADS.map((head) => text(`ui.use.${head}`))],
        years.map((each) => [String(each.year), [percent(each.adoptionRatio), whole(each.loadMbps), percent(each.nearlyFullRatio), percent(each.overfullRatio)]])),
      element('p', { className: 'small' }, text('ui.use.about')),
    );
  } catch (error) {
    answer.replaceChildren(element('p', { className: 'bind' }, error.message));
  }
}
