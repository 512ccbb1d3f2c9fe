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
  const bounds = L.latLngBounds(suspects.map(({ at: [lon, lat] }) => [lat, lon])).pad(.2);
  if (!map) {
    map = createMap(document.getElementById('suspects-map'), { bounds });
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
  map.fitBounds(bounds, { animate: false, maxZoom: 9 });
  outlines.country = country;
  await outlines.load();
}
