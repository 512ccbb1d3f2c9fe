// Names of countries, each where a view shows most of its land.
import { africa } from './basemap.js';

const SCANS = 9;

/** Labels for LabelsLayer of the countries that have a name. names: iso3 → name. */
export async function countryLabels(names) {
  const { features } = await africa();
  return features.filter(({ properties }) => names.has(properties.iso3)).map(({ properties, geometry }) => {
    const rings = geometry.coordinates.flat();
    return { name: names.get(properties.iso3), weight: 0, area: true, widest: (bounds) => widest(rings, bounds) };
  });
}

/** Names that the page holds for its scripts, without one country's. */
export const namesOnPage = (except) =>
  new Map([...document.getElementById('country-names').content.children]
    .map((each) => [each.dataset.iso3, each.textContent])
    .filter(([iso3]) => iso3 !== except));

/** {lat, west, east} of the longest stretch of land from west to east in a view, or null. */
function widest(rings, bounds) {
  const lats = rings.flatMap((ring) => ring.map(([, lat]) => lat));
  const south = Math.max(bounds.getSouth(), Math.min(...lats)), north = Math.min(bounds.getNorth(), Math.max(...lats));
  let best = null, length = 0;
  for (let k = 1; k < SCANS && south < north; k++) {
    const lat = south + ((north - south) * k) / SCANS, crossings = crossed(rings, lat);
    for (let c = 0; c + 1 < crossings.length; c += 2) {
      const west = Math.max(crossings[c], bounds.getWest()), east = Math.min(crossings[c + 1], bounds.getEast());
      // of equal stretches the one nearer the middle: names stand away from edges
      const worth = (east - west) * (1 - Math.abs(k / SCANS - .5) / 2);
      if (worth > length) {
        length = worth;
        best = { lat, west, east };
      }
    }
  }
  return best;
}

/** Longitudes where outlines cross a latitude, from west to east. */
function crossed(rings, lat) {
  const found = [];
  for (const ring of rings) {
    for (let k = 0, before = ring.length - 1; k < ring.length; before = k++) {
      const [x, y] = ring[k], [px, py] = ring[before];
      if (y > lat !== py > lat) found.push(px + ((lat - py) / (y - py)) * (x - px));
    }
  }
  return found.sort((a, b) => a - b);
}
