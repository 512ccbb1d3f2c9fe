// Names of the countries round the one shown, placed where their land is.
import { africa } from './basemap.js';

/** [{name, lon, lat, weight, area: true}] of all countries but one, in the page's language. */
export async function neighbours(country) {
  const names = new Map([...document.getElementById('country-names').content.children]
    .map((each) => [each.dataset.iso3, each.textContent]));
  const { features } = await africa();
  return features
    .filter(({ properties }) => names.has(properties.iso3) && properties.iso3 !== country)
    .map(({ properties, geometry }) => {
      const [lon, lat] = middle(geometry);
      return { name: names.get(properties.iso3), lon, lat, weight: 0, area: true };
    });
}

/** Middle of the box of the ring with most corners. */
function middle({ type, coordinates }) {
  const rings = type === 'Polygon' ? [coordinates[0]] : coordinates.map((polygon) => polygon[0]);
  const largest = rings.reduce((a, b) => (b.length > a.length ? b : a));
  const range = (k) => [Math.min(...largest.map((p) => p[k])), Math.max(...largest.map((p) => p[k]))];
  const [west, east] = range(0), [south, north] = range(1);
  return [(west + east) / 2, (south + north) / 2];
}
