// One country: candidate plans to switch between, on the map and in the table alike.
import { getBytes, getJson } from './api.js';
import { BASIC, FAMILIES } from './families.js';
import { LabelsLayer } from './labels-layer.js';
import { createMap, Outlines, padding, sayFailed } from './map.js';
import { NetworkLayer } from './network-layer.js';
import { PlacesTable } from './places-table.js';
import { decodePoints } from './points-data.js';
import { PointsLayer } from './points-layer.js';
import { hideCard, showCard, showPlace } from './place-card.js';
import { PlaceTip } from './place-tip.js';
import { neighbours } from './neighbours.js';
import * as view from './view-state.js';

const L = window.L;
const { country, bbox } = document.body.dataset;
const [west, south, east, north] = bbox.split(',').map(Number);
const chosen = () => document.querySelector('input[name=plan]:checked')?.value;

const map = createMap(document.getElementById('map'), { bounds: [[south, west], [north, east]], padding: padding() });
const outlines = new Outlines(map, country);
const network = new NetworkLayer(map);
const labels = new LabelsLayer([]).addTo(map);
const page = (window.kiungo = { map, network, ready: false });
let points, table, places = [], areas = [];

const centre = view.get('c')?.split(',').map(Number);
if (centre?.every(Number.isFinite)) map.setView(centre, Number(view.get('z')) || map.getZoom(), { animate: false });
const wanted = document.querySelector(`input[name=plan][value="${CSS.escape(view.get('p') ?? '')}"]`);
if (wanted) wanted.checked = true;

outlines.load()
  .then(() => neighbours(country))
  .then((found) => { areas = found; showLabels(); })
  .catch((error) => sayFailed('outlines', error));
getJson(`/countries/${country}/districts`)
  .then((districts) => outlines.setDistricts(districts))
  .catch((error) => sayFailed('districts', error));

function showLabels() {
  labels.setNames([...places, ...areas]);
}

/** Takes the figures of another plan from its own page: the server words them, once, for all readers. */
async function showFigures(id) {
  const address = new URL(location.href);
  address.hash = '';
  address.searchParams.set('plan', id);
  const answer = await fetch(address);
  const other = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!answer.ok || chosen() !== id) return;
  document.querySelectorAll('[data-part]').forEach((part) => {
    const twin = other.querySelector(`[data-part=${part.dataset.part}]`);
    if (twin) part.replaceChildren(...twin.childNodes);
  });
}

/** The legend's boxes work once there is something to show or hide. */
function enableLegend() {
  document.querySelectorAll('.legend input').forEach((box) => {
    box.disabled = false;
    if (box.dataset.family) box.checked = !points?.hidden.has(familyIndex(box.dataset.family));
  });
}

const familyIndex = (id) => FAMILIES.findIndex((family) => family.id === id);

document.querySelector('.legend')?.addEventListener('change', ({ target }) => {
  if (target.dataset.family) points?.toggle(familyIndex(target.dataset.family), target.checked);
  if (target.dataset.layer) network.toggle(target.dataset.layer, target.checked);
});

async function showPlan(id, figures) {
  page.ready = false;
  hideCard();
  await Promise.all([figures && showFigures(id), showPoints(id), showNetwork(id)]);
  enableLegend();
  if (!document.getElementById('tableview').hidden) table.setPlan(id);
  page.ready = id;
}

async function showPoints(id) {
  try {
    const data = decodePoints(await getBytes(`/plans/${id}/points`));
    if (chosen() !== id) return;
    if (points) {
      points.setData(data);
    } else {
      points = page.points = new PointsLayer(data).addTo(map);
      page.tip = new PlaceTip(map, points, chosen, async (i, { ids }) => {
        const item = await showPlace(chosen(), ids[i]);
        if (item) page.tip.select(item);
      });
    }
    if (places.length === 0) {
      const { items } = await getJson(`/plans/${id}/settlements?limit=40&sort=-population`);
      places = items.filter((item) => item.name && !item.modelled)
        .map(({ name, lon, lat, population }) => ({ name, lon, lat, weight: population }));
      showLabels();
    }
  } catch (error) {
    sayFailed('points', error);
  }
}

async function showNetwork(id) {
  try {
    const data = await getJson(`/plans/${id}/links`);
    if (chosen() === id) network.setData(data);
  } catch (error) {
    sayFailed('links', error);
  }
  try {
    const services = await getJson(`/plans/${id}/services`);
    if (chosen() === id) network.setServices(services);
  } catch (error) {
    if (chosen() === id) network.setServices(null);
    if (error.status !== 404) sayFailed('services', error); // 404: nothing was placed for this plan
  }
}

/** The map hides what the table's filter hides, as far as a point can tell: status and technology. */
function filterPoints({ status, family }) {
  const byStatus = {
    BASELINE: (kind) => FAMILIES[kind & ~BASIC].id === 'base',
    UNSERVED: (kind) => kind === 0,
    BASIC: (kind) => (kind & BASIC) !== 0,
    STANDARD: (kind) => kind > 0 && !(kind & BASIC) && FAMILIES[kind].id !== 'base',
  }[status];
  const byFamily = family && ((kind) => FAMILIES[kind & ~BASIC].id === family);
  const tests = [byStatus, byFamily].filter(Boolean);
  points?.setFilter(tests.length ? (i) => tests.every((test) => test(points.data.kind[i])) : null);
}

function showView(name) {
  document.getElementById('mapview').hidden = name === 'table';
  document.getElementById('tableview').hidden = name !== 'table';
  document.getElementById('dark').hidden = name === 'table';
  document.querySelectorAll('[data-view]').forEach((button) => button.setAttribute('aria-pressed', button.dataset.view === name));
  view.set({ v: name === 'table' ? 'table' : null });
  if (name === 'table') table.setPlan(chosen());
  else map.invalidateSize({ animate: false });
}

function setDark(on) {
  document.body.dataset.map = on ? 'dark' : 'light';
  document.getElementById('dark').setAttribute('aria-pressed', on);
  outlines.paint();
  network.paint();
  labels.draw();
  points?.draw();
  view.set({ d: on ? '1' : null });
}

if (innerWidth < 700) document.getElementById('legend')?.removeAttribute('open'); // leaves room for the map
document.querySelector('.mapbar').hidden = false;
document.getElementById('dark').addEventListener('click', () => setDark(document.body.dataset.map !== 'dark'));
if (view.get('d')) setDark(true);

if (chosen()) {
  table = page.table = new PlacesTable({
    bounds: () => map.getBounds(),
    onFilter: filterPoints,
    onSelect: (item) => {
      showView('map');
      map.setView([item.lat, item.lon], Math.max(map.getZoom(), 9.5), { animate: false });
      page.tip?.select(item);
      showCard(item, true);
    },
  });
  document.querySelectorAll('[data-view]').forEach((button) => button.addEventListener('click', () => showView(button.dataset.view)));
  document.querySelectorAll('input[name=plan]').forEach((radio) => radio.addEventListener('change', () => {
    view.set({ p: radio.value });
    showPlan(radio.value, true);
  }));
  map.on('moveend', () => {
    const { lat, lng } = map.getCenter();
    view.set({ c: `${lat.toFixed(4)},${lng.toFixed(4)}`, z: map.getZoom().toFixed(2) });
    network.paint();
    table.moved();
  });
  showPlan(chosen(), Boolean(wanted));
  if (view.get('v') === 'table') showView('table');
}
