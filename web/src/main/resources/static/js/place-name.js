// What people call a place of the table: its name, else the named place near it, else its id.
import { whole } from './figures.js';
import { text } from './words.js';

export function placeName({ name, near, settlementId }) {
  if (name) return name;
  return near ? text('ui.place.near', near.name, whole(near.distanceKm)) : settlementId;
}
