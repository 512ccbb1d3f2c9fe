// What a run's best plan comes to, in words: people first; what counts them otherwise says so.
import { brief, gap, people, plain, ranged, usd } from './figures.js';
import { text } from './words.js';

const known = (value) => value !== null && value !== undefined && !Number.isNaN(value);
const share = (ratio) => text('ui.number.percent', plain(ratio * 100, 1));

/** What a scenario's goal counts: people, their years of service, dollars of all money or of public money, or the share of a district's people. */
export function measureOf(scenario) {
  const goal = scenario?.goal ?? '';
  if (scenario?.phases?.length && goal === 'MOST_PEOPLE_UNDER_BUDGET') return 'years';
  return { LEAST_COST_TO_TARGET: 'usd', LEAST_PUBLIC_MONEY_TO_TARGET: 'public', HIGHEST_DISTRICT_FLOOR: 'floor', HIGHEST_EQUITABLE_SHARE: 'equitable' }[goal] ?? 'people';
}

/** True of what is told as a share of districts' people. */
export const isOfDistricts = (measure) => measure === 'floor' || measure === 'equitable';

/** A value of the objective with the unit of its measure. */
export function valueWords(measure, value) {
  if (!known(value)) return text('ui.number.unknown');
  if (measure === 'usd' || measure === 'public') return usd(value);
  if (isOfDistricts(measure)) return share(value);
  return text(measure === 'years' ? 'ui.runs.person-years' : 'ui.runs.weighted', brief(value));
}

/** True of a goal that is about people, however it counts them. */
const isOfPeople = (measure) => measure === 'people' || measure === 'years';

/** True when people, each counted once, are known and a search counts them otherwise. */
export const isWeighted = ({ measure, people: each, value }) =>
  isOfPeople(measure) && known(each) && known(value) && Math.abs(each - value) > .005 * Math.max(1, each);

/** Whom a plan gains, with the range that today's coverage leaves and who of them has basic service only. */
function gainWords({ people: all, peopleBasic, peopleSure, peoplePossible }) {
  const said = ranged(people(all), peopleSure, peoplePossible);
  return peopleBasic >= 0.5 ? text('ui.runs.gain-basic', said, people(peopleBasic)) : said;
}

/** People, each counted once, whom a best plan so far brings to the standard: with whom it brings basic service nobody is told before its end. */
export const atStandard = (each) => text('ui.runs.at-standard', people(each));

/** What is reached: people, each counted once, wherever they are known. */
export function reachedWords({ measure, people: each, value, gain }) {
  if (gain && isOfPeople(measure)) return gainWords(gain);
  if (isOfPeople(measure) && known(each)) return atStandard(each);
  return known(value) ? valueWords(measure, value) : '';
}

/** The same with what the search counts and how far the best possible is. */
export function reachedParts(reached) {
  if (!reached) return [];
  return [
    reachedWords(reached),
    isWeighted(reached) && text(reached.measure === 'years' ? 'ui.runs.counts-years' : 'ui.runs.counts', brief(reached.value)),
    known(reached.gapRatio) && gap(reached.gapRatio),
  ].filter(Boolean);
}
