// Places by the main payer of their project: hue and shape, and its letter where the project is.
import { getBytes, getJson } from './api.js';
import { CanvasLayer } from './canvas-layer.js';
import { countryBounds, drawGround } from './country-map.js';
import { element } from './elements.js';
import { mapped, outlineOf, token } from './families.js';
import { createMap } from './map.js';
import { decodePoints } from './points-data.js';

const L = window.L;
const LETTERS_AT_MOST = 60;
const SHAPES = {
  k1: 'M-5.8-5.8H5.8V5.8H-5.8z', k2: 'M6.6 0A6.6 6.6 0 1 1-6.6 0A6.6 6.6 0 1 1 6.6 0z', k3: 'M0-7.4 7.4 0 0 7.4-7.4 0z',
  k4: 'M0-7 7 5.8H-7z', k0: 'M-6.2-3.6V3.6L0 7.2 6.2 3.6V-3.6L0-7.2z',
};
const PATHS = Object.fromEntries(Object.entries(SHAPES).map(([hue, path]) => [hue, new Path2D(path)]));

/** Who pays most of a project: its letter; null where nobody does. */
export function mainPayer(paidUsd) {
  const paid = Object.entries(paidUsd);
  return paid.length ? paid.reduce((most, each) => (each[1] > most[1] ? each : most))[0] : null;
}

export class PayerMap {
  /** from: where who pays is read; null where nobody is asked. */
  constructor(plan, from) {
    Object.assign(this, { plan, from, only: null, lost: new Set(), drawn: { places: 0, lost: 0 } });
    this.map = createMap(document.getElementById('map'), { bounds: countryBounds(), padding: { paddingTopLeft: [24, 24], paddingBottomRight: [24, 90] } });
    this.ground = drawGround(this.map, document.body.dataset.country);
    this.layer = new CanvasLayer('overlayPane', (context, at, size) => this.paint(context, at, size)).addTo(this.map);
    this.hues = new Map([...document.querySelectorAll('.card[data-letter]')].map((card) => [card.dataset.letter, [...card.classList].find((name) => /^k\d$/.test(name))]));
  }

  async load() {
    const [points] = await Promise.all([mapped(`/plans/${this.plan}/points`), this.ground.ready.catch(() => {})]);
    this.points = decodePoints(points);
    if (this.from) await this.loadProjects(this.from.startsWith('/fundings') ? `${this.from}/answer` : this.from, `${this.from}/points`);
    this.layer.draw();
    this.letters();
  }

  async loadProjects(funding, points) {
    const [found, bytes] = await Promise.all([getJson(funding), getBytes(points)]);
    this.projects = found.projects;
    this.project = new Uint16Array(bytes);
  }

  /** Where the project is, the letter of who pays most of it; those with most people first. */
  letters() {
    const paid = (this.projects ?? []).filter((row) => mainPayer(row.paidUsd));
    paid.sort((a, b) => b.project.peopleServed - a.project.peopleServed);
    for (const { project, paidUsd } of paid.slice(0, LETTERS_AT_MOST)) {
      const letter = mainPayer(paidUsd);
      const icon = L.divIcon({ className: `payer ${this.hues.get(letter)}`, html: element('b', {}, letter), iconSize: [16, 16] });
      L.marker([project.location.lat, project.location.lon], { icon, keyboard: false, interactive: false, alt: '' }).addTo(this.map);
    }
  }

  /** Shows the places of one project; null shows all. */
  showOnly(id) {
    this.only = id;
    this.layer.draw();
  }

  /** Rings round places of projects that fall; null takes them away. */
  showLost(change) {
    this.lost = new Set(change?.projects.fell.map((each) => each.id));
    document.getElementById('lost-key')?.toggleAttribute('hidden', this.lost.size === 0);
    for (const row of document.querySelectorAll('.matrix tr[data-project]')) row.classList.toggle('falls', this.lost.has(row.dataset.project));
    this.layer.draw();
  }

  paint(context, at, size) {
    if (!this.points) return;
    const { n, lon, lat, people } = this.points, grow = Math.max(.42, 1.2 ** (this.map.getZoom() - 9));
    const none = token('--m-muted'), outline = token('--t-outline'), bad = token('--bad');
    this.drawn = { places: 0, lost: 0 };
    for (let i = 0; i < n; i++) {
      const row = this.projects?.[(this.project?.[i] ?? 0) - 1];
      if (this.only && row?.project.id !== this.only) continue;
      const [x, y] = at(lon[i], lat[i]);
      if (x < -9 || y < -9 || x > size.x + 9 || y > size.y + 9) continue;
      const r = grow * (2.2 + .55 * Math.log10(people[i] + 1)), letter = row && mainPayer(row.paidUsd), hue = letter && this.hues.get(letter);
      context.save();
      context.translate(x, y);
      if (hue) {
        const shape = outlineOf(PATHS[hue], r);
        context.fillStyle = token(`--${hue}`);
        context.fill(shape);
        context.lineWidth = .5;
        context.strokeStyle = outline;
        context.stroke(shape);
        this.drawn.places++;
      } else {
        context.globalAlpha = row ? 1 : .45;
        context.strokeStyle = none;
        context.lineWidth = .8;
        context.stroke(outlineOf(PATHS.k2, r * .6));
      }
      if (row && this.lost.has(row.project.id)) {
        context.globalAlpha = 1;
        context.strokeStyle = bad;
        context.lineWidth = 1.6;
        context.stroke(outlineOf(PATHS.k2, r * 1.6));
        this.drawn.lost++;
      }
      context.restore();
    }
  }
}
