// A plan in doubt: begun, followed until it ends, and its places on the map by how often they are chosen.
import { getJson, postJson } from './api.js';
import { CanvasLayer } from './canvas-layer.js';
import { countryBounds, drawGround } from './country-map.js';
import { outlineOf, token } from './families.js';
import { percent, whole } from './figures.js';
import { LabelsLayer } from './labels-layer.js';
import { createMap, foldLegend, sayFailed } from './map.js';
import { aboveNote } from './map-note.js';
import { placeName } from './place-index.js';
import { townLabels } from './place-labels.js';
import { more, text } from './words.js';

const L = window.L;
const ASK_EVERY_MS = 1000, REACH_PX = 14, LARGE_PX = 5.2, SMALL_PX = 2.6;
const KINDS = ['never', 'depends', 'nearly', 'always']; // the surest is drawn last
const OPEN = ['QUEUED', 'RUNNING'];
const $ = (id) => document.getElementById(id);
const { country, plan, study, asked, state } = document.body.dataset;
const names = new Map([...$('names').content.children].map((each) => [each.dataset.id, each.textContent]));
const path = `/plans/${plan}/doubt`;
const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });
const page = (window.kiungo = { ready: false });

function show({ open, failed = '' }) {
  $('running').hidden = !open;
  if (open) $('stopped')?.remove();
  $('begin').hidden = open;
  $('failed').hidden = !failed;
  $('failed').textContent = failed;
}

let following = false;

/** Follows a study to its end, which the page then tells: the server words it, once, for all readers. */
async function follow(begun) {
  if (following) return;
  following = true;
  await more('doubt');
  const [bar] = $('running').getElementsByTagName('progress'), told = $('running').querySelector('p');
  let found = begun;
  while (OPEN.includes(found.state)) {
    show({ open: true });
    bar.value = found.doneRatio;
    told.textContent = found.state === 'QUEUED' ? text('ui.doubt.waits', whole(found.before)) : text('ui.doubt.done', percent(found.doneRatio), whole(found.futures));
    $('tried').hidden = !(found.attempt > 1);
    $('tried').textContent = text('ui.doubt.again', found.attempt, found.attempts);
    await pause(ASK_EVERY_MS);
    found = await getJson(path).catch(() => found); // the server may be away for a moment: ask again
  }
  following = false;
  if (found.state === 'FAILED') show({ open: false, failed: found.detail });
  else location.reload();
}

/** A page that is gone back to may be older than what it tells of. */
async function catchUp() {
  const now = await getJson(path);
  if (OPEN.includes(now.state)) await follow(now);
  else if ((now.id ?? undefined) !== asked || (now.state ?? undefined) !== state) location.reload();
}

const sayNot = (error) => show({ open: !$('running').hidden, failed: error.message });

async function begin(event) {
  event.preventDefault();
  try {
    const begun = await postJson(`${path}?futures=${$('futures').value}`, {});
    // the country's newest plan may be another when this page is opened again
    const here = new URL(location);
    here.searchParams.set('plan', plan);
    history.replaceState(history.state, '', here);
    // who leaves the page is told when it ends
    import('./runs-bell.js').then(() => dispatchEvent(new CustomEvent('kiungo:job', { detail: begun.id })));
    await follow(begun);
  } catch (error) {
    sayNot(error);
    if (error.status === 409) catchUp().catch(sayNot); // another is under way: it is shown
  }
}

if ($('begin')) {
  $('begin').addEventListener('submit', begin);
  $('stop').addEventListener('click', () => postJson(`${path}/stop`, {}).catch(sayNot));
  const look = () => catchUp().catch(sayNot);
  look(); // pageshow may be over before modules run
  addEventListener('pageshow', ({ persisted }) => { if (persisted) look(); });
}

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
