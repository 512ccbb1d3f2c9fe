// A plan in doubt: its studies, and its places on the map by how often they are chosen.
import { getJson } from './api.js';
import { CanvasLayer } from './canvas-layer.js';
import { countryBounds, drawGround } from './country-map.js';
import { studyForm } from './doubt-study.js';
import { outlineOf, token } from './families.js';
import { percent, whole } from './figures.js';
import { LabelsLayer } from './labels-layer.js';
import { createMap, foldLegend, sayFailed } from './map.js';
import { aboveNote } from './map-note.js';
import { placeName } from './place-index.js';
import { townLabels } from './place-labels.js';
import { more, text } from './words.js';

const L = window.L;
const REACH_PX = 14, LARGE_PX = 5.2, SMALL_PX = 2.6;
const KINDS = ['never', 'depends', 'nearly', 'always']; // the surest is drawn last
const $ = (id) => document.getElementById(id);
const { country, plan, study, asked, state, othersAsked, othersState } = document.body.dataset;
const names = new Map([...$('names').content.children].map((each) => [each.dataset.id, each.textContent]));
const page = (window.kiungo = { ready: false });

studyForm({ pre: '', path: `/plans/${plan}/doubt`, plan, asked, state, query: () => new URLSearchParams({ futures: $('futures').value, firstUsd: $('first-usd').value }), done: ({ doneRatio, futures }) => text('ui.doubt.done', percent(doneRatio), whole(futures)) });
studyForm({ pre: 'others-', path: `/plans/${plan}/alternatives`, plan, asked: othersAsked, state: othersState, query: () => new URLSearchParams({ withinRatio: $('others-within').value, count: $('others-count').value }), done: ({ doneRatio, count }) => text('ui.doubt.done-others', percent(doneRatio), whole(count)) });

const map = createMap($('map'), { bounds: countryBounds(), padding: aboveNote() });
drawGround(map, country);
foldLegend(map);

/** What is said of a place: how often, with what, and what that hangs on. */
function about(place, futures) {
  const words = [text('ui.doubt.in', placeName(place), whole(place.futures), whole(futures)), text(place.planned ? 'ui.doubt.planned' : 'ui.doubt.not-planned')];
  if (place.technologyId) words.push(text('ui.doubt.mostly', names.get(place.technologyId), percent(place.technologyRatio)));
  if (place.decisiveLayer) words.push(text('ui.doubt.hangs', names.get(place.decisiveLayer)));
  return words.join(' ');
}

async function drawPlaces() {
  const [places, { futures }] = await Promise.all([getJson(`/doubts/${study}/places`), getJson(`/doubts/${study}/files/doubt.json`), more('doubt')]);
  const shapes = KINDS.map((kind) => new Path2D(document.querySelector(`#dk-${kind} path`).getAttribute('d')));
  const within = map.getContainer(), colour = (name) => token(name, within);
  const sorted = [...places].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.planned - b.planned);
  let at = null;
  new CanvasLayer('overlayPane', (context, where, size) => {
    at = where;
    const outline = colour('--t-outline'), fills = KINDS.map((kind) => colour(`--f-${kind}`));
    sorted.forEach(({ lon, lat, kind, planned }) => {
      const [x, y] = where(lon, lat);
      if (x < -9 || y < -9 || x > size.x + 9 || y > size.y + 9) return;
      const k = KINDS.indexOf(kind);
      context.save();
      context.translate(x, y);
      const shape = outlineOf(shapes[k], planned ? LARGE_PX : SMALL_PX);
      context.fillStyle = k ? fills[k] : '#fff';
      context.fill(shape);
      Object.assign(context, { lineWidth: planned ? 1.2 : .6, strokeStyle: k ? outline : fills[0] });
      context.stroke(shape);
      context.restore();
    });
    page.drawn = sorted.length;
  }).addTo(map);
  new LabelsLayer(townLabels(places)).addTo(map);
  const tip = L.tooltip({ direction: 'top', offset: [0, -6] });
  const look = ({ containerPoint: { x, y } }) => {
    let nearest = null, least = REACH_PX;
    for (const place of sorted) {
      const [px, py] = at(place.lon, place.lat), distance = Math.hypot(px - x, py - y);
      if (distance <= least) [nearest, least] = [place, distance];
    }
    if (!nearest) return tip.remove();
    page.tip = about(nearest, futures);
    return tip.setLatLng([nearest.lat, nearest.lon]).setContent(Object.assign(document.createElement('span'), { textContent: page.tip })).addTo(map);
  };
  map.on('mousemove click', look);
  map.on('mouseout movestart', () => tip.remove());
  page.places = places;
}

page.map = map;
if (study) drawPlaces().catch((error) => sayFailed('points', error)).finally(() => (page.ready = true));
else page.ready = true;
