// Two plans on one map: a line to swipe, or only what differs; and the difference as a file.
import { getBytes, getJson } from './api.js';
import { BASIC, FAMILIES } from './families.js';
import { DifferenceLayer, countKinds, differenceKinds, sameplaces } from './difference-layer.js';
import { percent, whole } from './figures.js';
import { createMap, Outlines, sayFailed } from './map.js';
import { decodePoints } from './points-data.js';
import { PointsLayer } from './points-layer.js';
import { text } from './words.js';

const $ = (id) => document.getElementById(id);
const { country, bbox, a, b } = document.body.dataset;
const [west, south, east, north] = bbox.split(',').map(Number);
const element = $('map');
const map = createMap(element, {
  bounds: [[south, west], [north, east]],
  padding: { paddingTopLeft: [20, 110], paddingBottomRight: [20, 60] },
});
const outlines = new Outlines(map, country);
const page = (window.kiungo = { map });

outlines.load().catch((error) => sayFailed('outlines', error));
getJson(`/countries/${country}/districts`).then((found) => outlines.setDistricts(found)).catch((error) => sayFailed('districts', error));

const pick = document.querySelector('.pick');
if (pick) {
  $('pick').hidden = true;
  pick.addEventListener('change', () => pick.submit());
}

if (a && b) {
  try {
    const [left, right] = (await Promise.all([getBytes(`/plans/${a}/points`), getBytes(`/plans/${b}/points`)])).map(decodePoints);
    show(left, right);
  } catch (error) {
    sayFailed('points', error);
  }
}

function show(left, right) {
  const first = new PointsLayer(left).addTo(map), second = new PointsLayer(right).addTo(map);
  const swipe = $('swipe');
  const set = (share) => {
    const width = element.clientWidth, x = (width * share) / 100;
    first.setClip(`inset(0 ${width - x}px 0 0)`);
    second.setClip(`inset(0 0 0 ${x}px)`);
    $('line').style.left = `${x - 1}px`;
    $('line').hidden = share <= 0 || share >= 100;
    $('label-a').hidden = share < 15;
    $('label-b').hidden = share > 85;
    $('swipeout').textContent = percent(share / 100);
  };
  swipe.addEventListener('input', () => set(Number(swipe.value)));
  swipe.addEventListener('keydown', (event) => {
    const step = { PageUp: 10, PageDown: -10 }[event.key];
    if (step) {
      event.preventDefault();
      swipe.value = Number(swipe.value) + step;
      set(Number(swipe.value));
    }
  });
  document.querySelectorAll('[data-swipe]').forEach((button) => button.addEventListener('click', () => {
    swipe.value = button.dataset.swipe;
    set(Number(swipe.value));
  }));
  map.on('moveend resize', () => set(Number(swipe.value)));
  $('swipebar').hidden = false;
  set(50);
  if (sameplaces(left, right)) offerDifference(left, right, [first, second]);
  page.ready = true;
}

function offerDifference(left, right, layers) {
  const kinds = differenceKinds(left.kind, right.kind), counts = countKinds(kinds);
  const layer = new DifferenceLayer(left, kinds);
  page.counts = counts;
  document.querySelectorAll('[data-count]').forEach((place) => (place.textContent = whole(counts[place.dataset.count])));
  $('modes').hidden = $('geojson').hidden = $('csv').hidden = false;
  document.querySelectorAll('[data-mode]').forEach((button) => button.addEventListener('click', () => {
    const difference = button.dataset.mode === 'difference';
    document.querySelectorAll('[data-mode]').forEach((each) => each.setAttribute('aria-pressed', each === button));
    $('swipebar').hidden = $('legend-technology').hidden = difference;
    $('legend-difference').hidden = !difference;
    for (const id of ['line', 'label-a', 'label-b']) $(id).hidden = difference;
    layers.forEach((each) => (difference ? each.remove() : each.addTo(map)));
    difference ? layer.addTo(map) : layer.remove();
    if (!difference) $('swipe').dispatchEvent(new Event('input'));
  }));
  $('geojson').addEventListener('click', () => download('geojson', 'application/geo+json', (rows) => JSON.stringify({
    type: 'FeatureCollection',
    features: rows.map(({ lon, lat, ...properties }) => ({
      type: 'Feature', id: properties.settlementId, properties, geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  })));
  $('csv').addEventListener('click', () => download('csv', 'text/csv', (rows) => {
    const fields = ['settlementId', 'name', 'lon', 'lat', 'change', 'from', 'to'];
    return [fields, ...rows.map((row) => fields.map((field) => cell(row[field])))].map((line) => line.join(',')).join('\n');
  }));

  async function download(ending, type, write) {
    const { ids, names } = await getJson(`/plans/${a}/index`), rows = [];
    kinds.forEach((kind, i) => {
      if (kind === 'same') return;
      rows.push({
        settlementId: ids[i], name: names[i], lon: Number(left.lon[i].toFixed(5)), lat: Number(left.lat[i].toFixed(5)),
        change: kind, from: kindId(left.kind[i]), to: kindId(right.kind[i]),
      });
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([write(rows)], { type }));
    link.download = `${text('ui.compare.file', a, b)}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

const kindId = (kind) => FAMILIES[kind & ~BASIC].id + (kind & BASIC ? '-basic' : '');

/** Quoted where needed; a leading sign that a spreadsheet would run as a formula is disarmed. */
function cell(value) {
  const shown = typeof value === 'string' && /^[=+\-@]/.test(value) ? `'${value}` : String(value ?? '');
  return /[",\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
