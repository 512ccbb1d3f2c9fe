// Africa: countries coloured by the share their plan serves. The values come from the table on the page.
import { getJson } from './api.js';
import { africa } from './basemap.js';
import { countryLabels } from './country-labels.js';
import { percent } from './figures.js';
import { LabelsLayer } from './labels-layer.js';
import { createMap, foldLegend, padding, sayFailed } from './map.js';
import { plainText } from './place-filter.js';
import { token } from './families.js';
import { text } from './words.js';

const L = window.L;
const rows = new Map([...document.querySelectorAll('#countries tbody tr')].map((row) => [row.dataset.iso3, row]));
const STEPS = [[.1, '--q1'], [.2, '--q2'], [.5, '--q3'], [.8, '--q4'], [Infinity, '--q5']]; // as the legend says

const find = document.getElementById('find');
find.closest('.find').hidden = false;
find.addEventListener('input', () => {
  const wanted = plainText(find.value);
  rows.forEach((row) => (row.hidden = !plainText(row.querySelector('th').textContent).includes(wanted)));
});

const element = document.getElementById('map');
const map = createMap(element, { bounds: [[-35, -18], [37.5, 52]], padding: { ...padding(), paddingTopLeft: [8, 8] } });
foldLegend(map);
const page = (window.kiungo = { map, ready: false });

function served(feature) {
  const row = rows.get(feature.properties.iso3);
  return row?.dataset.served === undefined ? null : Number(row.dataset.served);
}

function style(feature) {
  const share = served(feature), planned = share !== null && !feature.properties.undetermined;
  return {
    className: planned || feature.properties.undetermined ? 'land' : 'land hatch',
    fillColor: planned ? token(STEPS.find(([under]) => share < under)[1]) : token('--m-land'),
    fillOpacity: 1, weight: feature.properties.undetermined ? 0 : .8,
    color: planned && share >= .2 ? token('--surface') : token('--m-border'),
  };
}

function open(feature, layer) {
  const row = rows.get(feature.properties.iso3);
  if (!row) return;
  const link = row.querySelector('a'), share = served(feature);
  const tip = share === null
    ? text('ui.africa.tip-none', link.textContent)
    : text('ui.africa.tip', link.textContent, percent(share), row.children[2].textContent.trim());
  layer.bindTooltip(tip, { sticky: true });
  layer.on('click', () => location.assign(link.href));
}

function hatchPattern(svg) {
  const ns = 'http://www.w3.org/2000/svg';
  const defs = document.createElementNS(ns, 'defs'), pattern = document.createElementNS(ns, 'pattern');
  const ground = document.createElementNS(ns, 'rect'), line = document.createElementNS(ns, 'path');
  Object.entries({ id: 'hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse' }).forEach(([k, v]) => pattern.setAttribute(k, v));
  Object.entries({ width: 6, height: 6, fill: token('--m-land') }).forEach(([k, v]) => ground.setAttribute(k, v));
  Object.entries({ d: 'M-1 1 1-1M0 6 6 0M5 7 7 5', stroke: '#E3E7E5', 'stroke-width': 1 }).forEach(([k, v]) => line.setAttribute(k, v));
  pattern.append(ground, line);
  defs.append(pattern);
  svg.prepend(defs);
}

try {
  const outlines = await africa(), renderer = L.svg({ padding: .5 });
  const draw = (filter, options) => L.geoJSON(outlines, { renderer, filter, ...options }).addTo(map);
  draw((f) => f.properties.iso3, { style, onEachFeature: open });
  hatchPattern(element.querySelector('svg'));
  draw((f) => f.properties.border, { interactive: false, style: { color: token('--m-land'), weight: 3 } });
  draw((f) => f.properties.border, { interactive: false, style: { color: token('--ink-2'), weight: 1.3, dashArray: '5 4' } });
  const names = new Map([...rows].map(([iso3, row]) => [iso3, row.querySelector('a').textContent]));
  new LabelsLayer(await countryLabels(names)).addTo(map);
  page.ready = true;
} catch (error) {
  sayFailed('outlines', error);
}

/** On a fresh installation the first plan takes seconds: the page comes again when it is there. */
async function awaitFirstPlan() {
  const plans = await getJson('/plans').catch(() => []);
  if (plans.length) location.reload();
  else setTimeout(awaitFirstPlan, 1500);
}

if (document.getElementById('computing')) awaitFirstPlan();
