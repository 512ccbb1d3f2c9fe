// Names of a plan's towns, for the map: places of a source that counts or lists towns, not clinics or cells that lend a place their name.
import { getJson } from './api.js';

const MOST = 40; // kilobytes of a first visit
const TOWN = /_gn\d+(~\d+)?$/; // built-in places of GeoNames; what is imported is told by its count

/** One label a name, at the town itself; its outskirts, which share its name, count for it. */
export function townLabels(items) {
  const towns = new Map();
  for (const { settlementId, name, lon, lat, population, modelled } of items) {
    if (!name) continue;
    const known = towns.get(name) ?? { weight: 0 };
    if (!known.name && (!modelled || TOWN.test(settlementId))) Object.assign(known, { name, lon, lat });
    known.weight += population;
    towns.set(name, known);
  }
  return [...towns.values()].filter((town) => town.name);
}

/** Labels for LabelsLayer. */
export async function placeLabels(plan) {
  const { items } = await getJson(`/plans/${plan}/settlements?limit=${MOST}&sort=-population`);
  return townLabels(items);
}
