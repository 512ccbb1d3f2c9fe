// The merged network on a map, with its doubtful stretches numbered as in the table.
import { countryBounds, drawGround } from './country-map.js';
import { token } from './families.js';
import { createMap, foldLegend } from './map.js';
import { aboveNote } from './map-note.js';
import { text } from './words.js';
import { whole } from './figures.js';

const L = window.L;
const places = (path) => Array.from({ length: path.length / 2 }, (_, k) => [path[2 * k + 1], path[2 * k]]);

export class MergeMap {
  /** choose: called with the number of a stretch that is chosen on the map. */
  constructor(country, choose) {
    this.map = createMap(document.getElementById('map'), { bounds: countryBounds(), padding: aboveNote() });
    drawGround(this.map, country);
    foldLegend(this.map);
    Object.assign(this, { choose, doubts: [], chosen: -1, lines: L.layerGroup().addTo(this.map), marks: L.layerGroup().addTo(this.map) });
    this.renderer = L.canvas({ pane: 'net', padding: .6 });
  }

  colour(name) {
    return token(name, this.map.getContainer());
  }

  line(path, style) {
    L.polyline(places(path), { renderer: this.renderer, interactive: false, ...style }).addTo(this.lines);
  }

  show({ segments, doubts }) {
    Object.assign(this, { segments, doubts });
    this.paint();
  }

  select(number, frame) {
    this.chosen = number;
    this.paint();
    const doubt = this.doubts[number];
    if (doubt && frame) this.map.fitBounds(L.latLngBounds([...places(doubt.kept), ...places(doubt.other)]).pad(.4), { animate: false, maxZoom: 11 });
  }

  paint() {
    this.lines.clearLayers();
    this.marks.clearLayers();
    for (const { path, seenBy, status } of this.segments ?? []) {
      const color = this.colour(seenBy > 1 ? '--ink' : '--t-fibre');
      this.line(path, { color, weight: 1.8, dashArray: status === 'OPERATIONAL' ? null : '2 4' });
    }
    this.doubts.forEach((doubt, k) => this.paintDoubt(doubt, k));
  }

  paintDoubt(doubt, k) {
    const done = doubt.decision !== 'LATER', strong = k === this.chosen;
    const color = this.colour(done ? '--ok' : '--m-doubt'), dashArray = done ? null : '9 4';
    if (strong) this.line(doubt.kept, { color: this.colour('--ink'), weight: 4, opacity: .35 });
    this.line(done && doubt.decision === 'SAME' ? doubt.kept : doubt.other, { color, weight: strong ? 5 : 3, dashArray });
    const path = places(doubt.other), html = document.createElement('b');
    html.textContent = whole(k + 1);
    L.marker(path[path.length >> 1], {
      icon: L.divIcon({ className: `doubtmark${done ? ' done' : ''}${strong ? ' sel' : ''}`, html, iconSize: [22, 22] }),
      alt: text('ui.merge.stretch', whole(k + 1), whole(this.doubts.length), doubt.title), title: doubt.title,
      zIndexOffset: strong ? 1000 : 0,
    }).on('click', () => this.choose(k)).addTo(this.marks);
  }
}
