// Africa: who has 4G today, place by place or country by country, and what the plans add. What the
// marks show is read from the table on the page.
import { getBytes } from './api.js';
import { africa } from './basemap.js';
import { followPlanning } from './continent-progress.js';
import { ContinentMarks } from './continent-marks.js';
import { countryLabels } from './country-labels.js';
import { CoverageLayer, decodeCells } from './coverage-layer.js';
import { token } from './families.js';
import { LabelsLayer } from './labels-layer.js';
import { createMap, foldLegend, padding, sayFailed } from './map.js';
import { plainText } from './place-filter.js';
import * as view from './view-state.js';
import { more, text } from './words.js';

await more('africa');

const L = window.L;
const rows = new Map([...document.querySelectorAll('#countries tbody tr')].map((row) => [row.dataset.iso3, row]));
const nameOf = (iso3) => rows.get(iso3).querySelector('a').textContent;

const find = document.getElementById('find');
find.closest('.find').hidden = false;
find.addEventListener('input', () => {
  const wanted = plainText(find.value);
  rows.forEach((row) => (row.hidden = !plainText(row.querySelector('th').textContent).includes(wanted)));
});

const element = document.getElementById('map');
const map = createMap(element, { bounds: [[-34.8, -17.6], [37.4, 51.4]], padding: { ...padding(), paddingTopLeft: [8, 12] } });
foldLegend(map);
for (const [name, height] of [['shade', 210], ['borders', 220], ['marks', 440]]) {
  Object.assign(map.createPane(name).style, { zIndex: height, pointerEvents: 'none' });
}
const page = (window.kiungo = { map, ready: false });
const number = (value) => (value === undefined ? null : Number(value));
const marks = new ContinentMarks(map, () => [...rows.values()].map(({ dataset: d }) => ({
  lon: Number(d.lon), lat: Number(d.lat), covered: Number(d.covered), unsure: Number(d.unsure), uncovered: Number(d.uncovered),
  gained: number(d.gained), stage: d.stage,
})), 'marks');

function open(feature, layer) {
  const row = rows.get(feature.properties.iso3);
  if (!row) return;
  const link = row.querySelector('a'), [, , outside, adds] = row.children;
  layer.bindTooltip(() => [text(row.dataset.gained === undefined ? 'ui.africa.tip-none' : 'ui.africa.tip',
    link.textContent, outside.textContent.trim(), adds.textContent.trim()), adds.title].filter(Boolean).join('. '), { sticky: true });
  layer.on('click', () => (page.several?.on ? page.several.toggle(row.dataset.iso3, layer) : location.assign(link.href)));
}

const trace = (features) => (context, at) => {
  for (const { geometry } of features) {
    for (const ring of geometry.coordinates.flat()) {
      ring.forEach(([lon, lat], k) => (k ? context.lineTo(...at(lon, lat)) : context.moveTo(...at(lon, lat))));
      context.closePath();
    }
  }
};

function showView(name) {
  page.coverage?.show(name === 'place');
  marks.show(name);
  page.labels?.draw();
  document.querySelectorAll('[data-view]').forEach((button) => button.setAttribute('aria-pressed', button.dataset.view === name));
  document.querySelectorAll('[data-when]').forEach((part) => (part.hidden = part.dataset.when !== name));
  view.set({ v: name === 'country' ? name : null });
}

document.querySelector('.mapbar').hidden = false;
document.getElementById('several').addEventListener('click', async () => {
  page.several ??= new (await import('./africa-several.js')).Several();
  page.several.turn();
});
document.querySelectorAll('[data-view]').forEach((button) => button.addEventListener('click', () => showView(button.dataset.view)));

try {
  const outlines = await africa(), land = L.canvas({ pane: 'base', padding: .5 }), lines = L.canvas({ pane: 'borders', padding: .5 });
  const draw = (filter, options) => L.geoJSON(outlines, { filter, interactive: false, ...options }).addTo(map);
  draw((f) => f.properties.iso3, { renderer: land, style: { fillColor: token('--m-land'), fillOpacity: 1, weight: 0 } });
  const own = outlines.features.filter(({ properties }) => properties.iso3 && !properties.undetermined);
  getBytes('/today/cells').then((bytes) => {
    page.coverage = new CoverageLayer(map, [{ mosaic: decodeCells(bytes), clip: trace(own) }], { pane: 'shade' });
    showView(view.get('v') === 'country' ? 'country' : 'place');
    page.ready = true;
  }).catch((error) => sayFailed('coverage', error));
  draw((f) => f.properties.iso3, { renderer: lines, style: (f) => ({ fill: false, weight: f.properties.undetermined ? 0 : .8, color: token('--ink-2') }) });
  draw((f) => f.properties.border, { renderer: lines, style: { color: token('--m-land'), weight: 3 } });
  draw((f) => f.properties.border, { renderer: lines, style: { color: token('--ink-2'), weight: 1.3, dashArray: '5 4' } });
  draw((f) => rows.has(f.properties.iso3), { interactive: true, style: { stroke: false, fillOpacity: 0 }, onEachFeature: open });
  const names = new Map([...rows.keys()].map((iso3) => [iso3, nameOf(iso3)]));
  page.labels = new LabelsLayer(await countryLabels(names), { avoid: () => marks.figures }).addTo(map);
} catch (error) {
  sayFailed('outlines', error);
}

followPlanning({ nameOf, onPlanned: () => {
  marks.show(marks.view);
  page.labels?.draw();
} });
