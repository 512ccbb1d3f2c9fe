// Two plans on one map: a line to swipe, two maps side by side, or only what differs.
import { getBytes, getJson } from './api.js';
import { DifferenceLayer, countKinds } from './difference-layer.js';
import { percent, whole } from './figures.js';
import { createMap, Outlines, sayFailed } from './map.js';
import { decodePoints } from './points-data.js';
import { PointsLayer } from './points-layer.js';
import * as view from './view-state.js';

const $ = (id) => document.getElementById(id);
const { country, bbox, a, b, comparable } = document.body.dataset;
const [west, south, east, north] = bbox.split(',').map(Number);
const element = $('map');
const bounds = [[south, west], [north, east]];
/** Room for the swipe bar and the letters, less where the map is small. */
const room = () => (element.clientWidth < 500
  ? { paddingTopLeft: [8, 92], paddingBottomRight: [8, 28] } : { paddingTopLeft: [20, 110], paddingBottomRight: [20, 60] });
const map = createMap(element, { bounds, padding: room() });
const districts = getJson(`/countries/${country}/districts`);
const page = (window.kiungo = { map });

function outline(on) {
  const outlines = new Outlines(on, country);
  outlines.load().catch((error) => sayFailed('outlines', error));
  districts.then((found) => outlines.setDistricts(found)).catch((error) => sayFailed('districts', error));
}

outline(map);
const centre = view.get('c')?.split(',').map(Number);
if (centre?.every(Number.isFinite)) map.setView(centre, Number(view.get('z')) || map.getZoom(), { animate: false });
map.on('moveend', () => {
  const { lat, lng } = map.getCenter();
  view.set({ c: `${lat.toFixed(4)},${lng.toFixed(4)}`, z: map.getZoom().toFixed(2) });
});

const pick = document.querySelector('.pick');
if (pick) {
  $('pick').hidden = true;
  pick.addEventListener('change', () => pick.submit());
}

if (a && b) {
  try {
    const [left, right] = (await Promise.all([getBytes(`/plans/${a}/points`), getBytes(`/plans/${b}/points`)])).map(decodePoints);
    await show(left, right);
  } catch (error) {
    sayFailed('points', error);
  }
}

async function show(left, right) {
  const first = new PointsLayer(left).addTo(map), second = new PointsLayer(right).addTo(map);
  const swipe = $('swipe'), modes = { swipe: swiped, side: sideBySide };
  const set = (share) => {
    swipe.value = share;
    const width = element.clientWidth, x = (width * swipe.value) / 100;
    first.setClip(`inset(0 ${width - x}px 0 0)`);
    second.setClip(`inset(0 0 0 ${x}px)`);
    $('line').style.left = `${x - 1}px`;
    $('line').style.height = `${element.clientHeight}px`;
    $('line').hidden = swipe.value <= 0 || swipe.value >= 100;
    $('label-a').hidden = swipe.value < 15;
    $('label-b').hidden = swipe.value > 85;
    $('swipeout').textContent = percent(swipe.value / 100);
    view.set({ t: Number(swipe.value) === 50 ? null : swipe.value });
  };
  swipe.addEventListener('input', () => set(swipe.value));
  swipe.addEventListener('keydown', (event) => {
    const step = { PageUp: 10, PageDown: -10 }[event.key];
    if (step) {
      event.preventDefault();
      set(Number(swipe.value) + step);
    }
  });
  document.querySelectorAll('[data-swipe]').forEach((button) => button.addEventListener('click', () => set(button.dataset.swipe)));
  map.on('moveend resize', () => page.mode === 'swipe' && set(swipe.value));

  let difference, twin;
  function swiped() {
    first.addTo(map);
    second.addTo(map);
    set(swipe.value);
  }
  function sideBySide() {
    first.addTo(map);
    first.setClip('');
    twin ??= makeTwin(right);
    requestAnimationFrame(() => {
      map.invalidateSize({ animate: false });
      map.fitBounds(bounds, { animate: false, ...room() });
      twin.invalidateSize({ animate: false });
      twin.setView(map.getCenter(), map.getZoom(), { animate: false });
    });
  }
  function choose(mode) {
    page.mode = mode;
    document.querySelectorAll('[data-mode]').forEach((each) => each.setAttribute('aria-pressed', each.dataset.mode === mode));
    [first, second, difference].forEach((layer) => layer?.remove());
    $('swipebar').hidden = $('line').hidden = mode !== 'swipe';
    $('map2').hidden = mode !== 'side';
    $('label-a').hidden = $('label-b').hidden = mode === 'difference';
    document.querySelector('.stage').classList.toggle('pair', mode === 'side');
    $('legend-technology').hidden = mode === 'difference';
    $('legend-difference').hidden = mode !== 'difference';
    view.set({ m: mode === 'swipe' ? null : mode });
    map.invalidateSize({ animate: false });
    modes[mode]();
  }

  if (comparable === 'true') {
    const kinds = new Uint8Array(await getBytes(`/comparisons/${a}/${b}/kinds`));
    const counts = (page.counts = countKinds(kinds));
    difference = new DifferenceLayer(left, kinds);
    modes.difference = () => difference.addTo(map);
    document.querySelectorAll('[data-count]').forEach((place) => (place.textContent = whole(counts[place.dataset.count])));
  } else {
    document.querySelector('[data-mode=difference]').disabled = true;
  }
  document.querySelectorAll('[data-mode]').forEach((button) => button.addEventListener('click', () => choose(button.dataset.mode)));
  $('modes').hidden = false;
  if (view.get('t')) swipe.value = view.get('t');
  choose(modes[view.get('m')] ? view.get('m') : 'swipe');
  page.ready = true;
}

/** The second map of a pair; both follow one another. */
function makeTwin(data) {
  const twin = (page.twin = createMap($('map2'), { bounds, padding: room() }));
  outline(twin);
  new PointsLayer(data).addTo(twin);
  let following = false;
  const follow = (from, to) => from.on('move', () => {
    if (following || page.mode !== 'side') return;
    following = true;
    to.setView(from.getCenter(), from.getZoom(), { animate: false });
    following = false;
  });
  follow(map, twin);
  follow(twin, map);
  return twin;
}
