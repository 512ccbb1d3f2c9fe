// What maps of one country have in common: its box, its ground, and a view that the address keeps.
import { getJson } from './api.js';
import { Outlines, sayFailed } from './map.js';
import * as view from './view-state.js';

const loading = new Map();

/** Corners of the page's country, as Leaflet takes them. */
export function countryBounds() {
  const [west, south, east, north] = document.body.dataset.bbox.split(',').map(Number);
  return [[south, west], [north, east]];
}

/** Outlines of the continent and a country's districts, drawn as they come; ready resolves with the first. country: null for none. */
export function drawGround(map, country) {
  const outlines = new Outlines(map, country);
  if (country && !loading.has(country)) loading.set(country, getJson(`/countries/${country}/districts`));
  loading.get(country)?.then((districts) => outlines.setDistricts(districts)).catch((error) => sayFailed('districts', error));
  outlines.ready = outlines.load();
  outlines.ready.catch((error) => sayFailed('outlines', error));
  return outlines;
}

/** Opens a map where the address says, and writes there where it goes. */
export function keepView(map) {
  const centre = view.get('c')?.split(',').map(Number);
  if (centre?.every(Number.isFinite)) map.setView(centre, Number(view.get('z')) || map.getZoom(), { animate: false });
  map.on('moveend', () => {
    const { lat, lng } = map.getCenter();
    view.set({ c: `${lat.toFixed(4)},${lng.toFixed(4)}`, z: map.getZoom().toFixed(2) });
  });
}
