// Where the rows with findings lie: circles on the outlines, in the same words as the table below.
import { token } from './families.js';
import { createMap, Outlines } from './map.js';
import { whole } from './figures.js';
import { text } from './words.js';

const L = window.L;
const PLACE = /^\((-?\d+(?:\.\d+)?), (-?\d+(?:\.\d+)?)\)$/;
let map = null, outlines = null, marks = null;

/** Problems that name a place on the Earth, with it. */
function placed(problems) {
  return problems
    .map((problem) => ({ problem, at: PLACE.exec(problem.place ?? '')?.slice(1).map(Number) }))
    .filter(({ at }) => at && Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90);
}

/** Draws the suspects of a report; hides the map when no finding has a place. */
export async function showSuspects(problems, country) {
  const suspects = placed(problems), box = document.getElementById('suspects');
  box.hidden = suspects.length === 0;
  if (box.hidden) return;
  document.getElementById('suspects-about').textContent = text('ui.data.suspects-about', whole(suspects.length));
  const places = suspects.map(({ at: [lon, lat] }) => [lat, lon]);
  if (!map) {
    map = createMap(document.getElementById('suspects-map'), { bounds: L.latLngBounds(places).pad(.2) });
    outlines = new Outlines(map, country);
    marks = L.layerGroup().addTo(map);
  }
  marks.clearLayers();
  const colour = (severity) => token(severity === 'ERROR' ? '--bad' : '--warn', map.getContainer());
  for (const { problem, at: [lon, lat] } of suspects) {
    L.circleMarker([lat, lon], { radius: problem.severity === 'ERROR' ? 6 : 4, weight: 2, color: colour(problem.severity), fillOpacity: .35 })
      .bindTooltip(Object.assign(document.createElement('span'), { textContent: problem.message }))
      .addTo(marks);
  }
  map.invalidateSize();
  outlines.country = country;
  await outlines.load();
  const land = L.geoJSON(outlines.landOf(country)).getBounds();
  if (!land.isValid()) return;
  // one row far away, which the table lists, must not make a dot of the country
  const near = L.latLngBounds(places.filter((each) => land.pad(.2).contains(each)));
  map.fitBounds(near.isValid() ? near.pad(.2) : land, { animate: false, maxZoom: 9 });
}
