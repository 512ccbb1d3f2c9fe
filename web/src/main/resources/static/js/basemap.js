// Africa's outlines: map/africa-50m.json keeps every border once, as an arc that neighbours share.
let loaded;

/**
 * GeoJSON of the continent. Features carry one of: iso3 (a country), iso3 with undetermined (an area
 * that the operator's list does not count as one), border (a line to be dashed), or none (other land).
 * A country with openEdge has a stretch of undetermined border.
 */
export function africa() {
  loaded ??= fetch('/map/africa-50m.json').then((answer) => {
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    return answer.json();
  }).then(decode);
  return loaded;
}

function decode({ transform, arcs, countries, territories, neighbours, disputed }) {
  const lines = arcs.map((steps) => unquantise(steps, transform));
  const ring = (references) =>
    references.flatMap((reference, k) => {
      const line = reference < 0 ? [...lines[~reference]].reverse() : lines[reference];
      return k ? line.slice(1) : line;
    });
  const open = (polygons) => polygons.flat(2).some((arc) => disputed.includes(arc < 0 ? ~arc : arc));
  const land = (properties, polygons) => ({
    type: 'Feature', properties,
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygons.map((polygon) => (Array.isArray(polygon[0]) ? polygon.map(ring) : [ring(polygon)])),
    },
  });
  return {
    type: 'FeatureCollection',
    features: [
      ...neighbours.map((polygon) => land({}, [polygon])),
      ...Object.entries(countries).map(([iso3, polygons]) => land({ iso3, openEdge: open(polygons) }, polygons)),
      ...Object.entries(territories).map(([iso3, polygons]) => land({ iso3, undetermined: true }, polygons)),
      ...disputed.map((arc) => ({
        type: 'Feature', properties: { border: true }, geometry: { type: 'LineString', coordinates: lines[arc] },
      })),
    ],
  };
}

/** Steps from point to point on a grid, back to degrees. */
function unquantise(steps, { scale, translate }) {
  const line = [];
  let x = 0, y = 0;
  for (let k = 0; k < steps.length; k += 2) {
    x += steps[k];
    y += steps[k + 1];
    line.push([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
  }
  return line;
}
