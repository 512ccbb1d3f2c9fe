// Names of a plan's most populous named places, for the map.
import { getJson } from './api.js';

const MOST = 40;

/** Labels for LabelsLayer. */
export async function placeLabels(plan) {
  const { items } = await getJson(`/plans/${plan}/settlements?limit=${MOST}&sort=-population`);
  return items.filter((item) => item.name && !item.modelled)
    .map(({ name, lon, lat, population }) => ({ name, lon, lat, weight: population }));
}
