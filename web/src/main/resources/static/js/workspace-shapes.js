// Shapes of sources on a map: built-in places as quiet squares, imported ones as rings, areas hatched, rasters as their box.
import { getJson } from './api.js';
import { CanvasLayer, hatch } from './canvas-layer.js';
import { token } from './families.js';
import { sayFailed } from './map.js';
import { whole } from './figures.js';
import { text } from './words.js';

const L = window.L;
const BUILT_IN = 'built-in';
// districts cover all of a country, and would hide what lies in it
const OUTLINED = ['census', 'boundaries'];

export class SourceShapes {
  /** sources: source, layer and bbox of each, in the table's order. */
  constructor(map, country, sources) {
    Object.assign(this, { map, country, sources, shown: [], strong: -1, loaded: new Map() });
    this.layer = new CanvasLayer('net', (context, at) => this.paint(context, at)).addTo(map);
  }

  /** Which to draw, and which of them stands out. */
  async show(which, strong) {
    this.shown = [...which];
    this.strong = strong;
    this.layer.draw();
    await Promise.all(this.shown.map((k) => this.load(k)));
    this.layer.draw();
    this.say();
  }

  async load(k) {
    if (this.loaded.has(k)) return;
    this.loaded.set(k, null);
    const { source, layer } = this.sources[k];
    try {
      this.loaded.set(k, await getJson(`/workspaces/${this.country}/shapes?layer=${layer}&source=${encodeURIComponent(source)}`));
    } catch (error) {
      if (error.status !== 404) sayFailed('points', error);
    }
  }

  frame(k) {
    const [west, south, east, north] = (this.sources[k].bbox || '').split(',').map(Number);
    if (Number.isFinite(north)) this.map.fitBounds(L.latLngBounds([south, west], [north, east]).pad(.1), { animate: false, maxZoom: 10 });
  }

  /** What a map of thousands leaves out is said. */
  say() {
    const { [this.strong]: chosen } = this.sources, shapes = this.loaded.get(this.strong);
    const drawn = shapes ? shapes.points.length + shapes.lines.length + shapes.rings.length : 0;
    const said = document.getElementById('drawn');
    said.textContent = chosen && shapes && drawn < shapes.of ? text('ui.workspace.drawn', whole(drawn), whole(shapes.of)) : '';
    said.hidden = !said.textContent;
  }

  colour(name) {
    return token(name, this.map.getContainer());
  }

  paint(context, at) {
    for (const k of this.shown) {
      const shapes = this.loaded.get(k);
      if (shapes) this.paintSource(context, at, shapes, this.sources[k], k === this.strong);
    }
  }

  paintSource(context, at, { points, lines, rings }, { source, layer }, strong) {
    const quiet = source === BUILT_IN, plain = OUTLINED.includes(layer);
    const ink = this.colour(strong ? '--m-doubt' : quiet ? '--m-border' : '--ink-2');
    context.save();
    Object.assign(context, { strokeStyle: ink, fillStyle: ink, lineWidth: strong ? 2 : 1.2, globalAlpha: quiet && !strong ? .7 : 1 });
    for (const line of rings) {
      context.beginPath();
      this.trace(context, at, line);
      if (!plain) {
        context.fillStyle = hatch(context, ink, .8, 7);
        context.fill();
      }
      context.stroke();
    }
    for (const line of lines) {
      context.beginPath();
      this.trace(context, at, line);
      context.stroke();
    }
    context.fillStyle = quiet ? ink : '#fff';
    for (const [lon, lat] of points) {
      const [x, y] = at(lon, lat);
      if (quiet) {
        context.fillRect(x - 1, y - 1, 2, 2);
      } else {
        context.beginPath();
        context.arc(x, y, 4, 0, 7);
        context.fill();
        context.stroke();
      }
    }
    context.restore();
  }

  trace(context, at, flat) {
    for (let k = 0; k < flat.length; k += 2) {
      const [x, y] = at(flat[k], flat[k + 1]);
      k ? context.lineTo(x, y) : context.moveTo(x, y);
    }
  }
}
