// A year of a programme in words.
import { people, percentOf, usd } from './figures.js';
import { text } from './words.js';

/** What stands at the end of a year, and what it took, in words. */
export function sayYear({ years, population, peopleBaseline }, year) {
  const until = years.filter((each) => each.year <= year), sum = (field) => until.reduce((all, each) => all + each[field], 0);
  const served = peopleBaseline + until.at(-1).peopleServed;
  return text('ui.programme.by-end', year, people(served), percentOf(served, population), usd(sum('spentUsd')), usd(sum('budgetUsd')));
}
