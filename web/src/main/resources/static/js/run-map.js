// The best plan of a run so far on a map, drawn again as better ones are found.
import { drawGround } from './country-map.js';
import { BASIC, FAMILIES, mapped, symbol } from './families.js';
import { whole } from './figures.js';
import { createMap } from './map.js';
import { decodePoints } from './points-data.js';
import { PointsLayer } from './points-layer.js';
import { text } from './words.js';

const EVERY_MS = 2000;
const ASK_AGAIN_MS = 10_000; // the server draws only for whoever asked lately
const SAID = { none: 'ui.legend.unserved', base: 'ui.legend.baseline', basic: 'ui.legend.basic' };
const $ = (id) => document.getElementById(id);

export class RunMap {
  constructor(run, bbox) {
    this.run = run;
    this.drawn = 0;
    const [west, south, east, north] = bbox;
    this.map = createMap($('runmap'), { bounds: [[south, west], [north, east]], padding: { padding: [12, 12] } });
    drawGround(this.map, run.scenario.countries[0]);
    this.say();
    this.ask();
  }

  /** A step of the run: asks for the plan when there is a newer one, or to show that somebody watches. */
  heard({ drawn }) {
    const waited = performance.now() - this.askedAt;
    if (drawn > this.drawn ? waited >= EVERY_MS : waited >= ASK_AGAIN_MS) this.ask(drawn);
  }

  async ask(number = 0) {
    this.askedAt = performance.now();
    try {
      const bytes = await mapped(`/runs/${this.run.id}/${this.points ? 'classes' : 'points'}`);
      if (bytes.byteLength === 0 || this.over) return;
      this.drawn = Math.max(this.drawn, number);
      this.show(bytes);
    } catch (error) {
      this.fail(error);
    }
  }

  show(bytes) {
    if (this.points) {
      this.points.setData({ ...this.points.data, kind: new Uint8Array(bytes) }, false);
    } else {
      const data = decodePoints(bytes);
      this.points = new PointsLayer(data).addTo(this.map);
      this.map.fitBounds(data.bounds, { animate: false, padding: [12, 12] });
    }
    this.drawings = (this.drawings ?? 0) + 1;
    this.say();
  }

  /** The plan that was kept, once the run is over. */
  async end(plan) {
    this.over = true;
    if (!plan) return;
    try {
      const bytes = await mapped(`/plans/${plan}/${this.points ? 'classes' : 'points'}`);
      this.show(bytes);
      this.kept = plan;
    } catch (error) {
      this.fail(error);
    }
  }

  /** How many places have what: the map in words, and its key. */
  say() {
    const counts = new Array(FAMILIES.length).fill(0);
    let basic = 0;
    for (const kind of this.points?.data.kind ?? []) {
      counts[kind & ~BASIC]++;
      if (kind & BASIC) basic++;
    }
    const rows = FAMILIES.map(({ id, name }, k) => [id, name, counts[k]]).filter(([id, , count]) => count > 0 && id !== 'none');
    rows.push(['none', '', counts[0]]);
    if (basic) rows.push(['basic', '', basic]);
    $('runmap-key').replaceChildren(...(this.points ? rows : []).map(([id, name, count]) => {
      const line = document.createElement('li'), words = document.createElement('span'), number = document.createElement('b');
      words.textContent = SAID[id] ? text(SAID[id]) : name;
      number.className = 'num';
      number.textContent = whole(count);
      line.append(symbol(id), words, number);
      return line;
    }));
    $('runmap-note').textContent = text(this.over ? 'ui.run.map-end' : this.points ? 'ui.run.map-so-far' : 'ui.run.map-none');
  }

  fail(error) {
    $('runmap-note').textContent = text('ui.map.failed', text('ui.map.part-points'), error.message);
  }

  remove() {
    this.over = true;
    this.map.remove();
  }
}
