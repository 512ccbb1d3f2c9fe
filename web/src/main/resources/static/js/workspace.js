// All data of one country: the table's sources on a map, all of them or one.
import { countryBounds, drawGround } from './country-map.js';
import { createMap } from './map.js';
import { aboveNote } from './map-note.js';
import { FeedsPanel } from './workspace-feeds.js';
import { SourceShapes } from './workspace-shapes.js';
import { more } from './words.js';

await Promise.all(['workspace', 'layer'].map(more));

const { country } = document.body.dataset;
const map = createMap(document.getElementById('map'), { bounds: countryBounds(), padding: aboveNote() });
drawGround(map, country);
const rows = [...document.querySelectorAll('#sources tbody tr')];
const shapes = new SourceShapes(map, country, rows.map(({ dataset }) => ({ ...dataset })));
let chosen = null, only = false;

function show() {
  rows.forEach((row) => row.classList.toggle('sel', row === chosen));
  document.querySelectorAll('[data-show]').forEach((button) => button.setAttribute('aria-pressed', String((button.dataset.show === 'chosen') === only)));
  shapes.show(only && chosen ? [rows.indexOf(chosen)] : rows.keys(), chosen ? rows.indexOf(chosen) : -1);
}

document.getElementById('sources').addEventListener('click', ({ target }) => {
  if (!target.closest('[data-look]')) return;
  chosen = target.closest('tr');
  show();
  shapes.frame(rows.indexOf(chosen));
});
document.querySelectorAll('[data-show]').forEach((button) => button.addEventListener('click', () => {
  only = button.dataset.show === 'chosen';
  chosen ??= rows[0];
  show();
}));
show();
const feeds = new FeedsPanel(country);
feeds.start();
window.kiungo = { map, shapes, feeds };
