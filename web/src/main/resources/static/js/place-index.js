// Ids and names of a plan's places in the order of its points; fetched when first needed.
import { getJson } from './api.js';
import { whole } from './figures.js';
import { text } from './words.js';

const indexes = new Map();

/** {ids, names} of a plan, and {parts}: by position, those that two technologies share. */
export function indexOf(plan) {
  if (!indexes.has(plan)) {
    const asked = getJson(`/plans/${plan}/index`);
    asked.catch(() => indexes.delete(plan)); // a fetch that failed may be tried again
    indexes.set(plan, asked);
  }
  return indexes.get(plan);
}

/** Built-in places that GeoNames does not list: a health site or the town next to them lends its name. */
const LENT = /^[A-Z]{3}(_-?\d+(\.\d+)?){2}(~\d+)?$/;

/** What people call a place of the table: its name, else the named place near it, else its id. */
export function placeName({ name, near, settlementId, modelled }) {
  if (name) return modelled && LENT.test(settlementId) ? text('ui.place.by', name) : name;
  return near ? text('ui.place.near', near.name, whole(near.distanceKm)) : settlementId;
}
