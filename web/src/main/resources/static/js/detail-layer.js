// Roads, rivers and lakes as a quiet ground: pieces of 10 degrees, fetched when a map comes close to them.
import { CanvasLayer } from './canvas-layer.js';
import { token } from './families.js';

const SIDE = 10, STEPS = 500, FROM_ZOOM = 5;
const STYLES = { lake: ['--m-water', 1], river: ['--m-river', 1], road: ['--m-road', 1] };
const pieces = new Map();

async function getPiece(name) {
  const answer = await fetch(`/map/detail/${name}.json`);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  return answer.json();
}

/** Fetched once for all maps of a page. */
function piece(name) {
  if (!pieces.has(name)) pieces.set(name, getPiece(name).catch((error) => (pieces.delete(name), Promise.reject(error))));
  return pieces.get(name);
}

/** Degrees of a line's points, from its corner and steps. */
function* points(steps, lon, lat) {
  let x = 0, y = 0;
  for (let k = 0; k < steps.length; k += 2) {
    x += steps[k];
    y += steps[k + 1];
    yield [lon + x / STEPS, lat + y / STEPS];
  }
}

export class DetailLayer {
  /** onFailed(error): a piece did not come. */
  constructor(map, pane, onFailed) {
    this.map = map;
    this.shown = true;
    this.loaded = new Map();
    this.onFailed = onFailed;
    this.layer = new CanvasLayer(pane, (...frame) => this.draw(...frame)).addTo(map);
    map.on('moveend', () => this.load());
    this.load();
  }

  show(on) {
    this.shown = on;
    this.load();
    this.layer.draw();
  }

  /** The lines that are shown: {kind: road, river or lake, path}. */
  *lines() {
    if (!this.shown || this.map.getZoom() < FROM_ZOOM) return;
    for (const [name, parts] of this.loaded) {
      const [lon, lat] = name.split('_').map(Number);
      for (const kind of Object.keys(STYLES)) {
        for (const steps of parts[kind] ?? []) yield { kind, path: points(steps, lon, lat) };
      }
    }
  }

  async load() {
    if (!this.shown || this.map.getZoom() < FROM_ZOOM) return;
    try {
      const there = new Set(await piece('tiles')), view = this.map.getBounds();
      const floor = (degrees) => Math.floor(degrees / SIDE) * SIDE, wanted = [];
      for (let lon = floor(view.getWest()); lon <= view.getEast(); lon += SIDE) {
        for (let lat = floor(view.getSouth()); lat <= view.getNorth(); lat += SIDE) {
          const name = `${lon}_${lat}`;
          if (there.has(name) && !this.loaded.has(name)) wanted.push(name);
        }
      }
      await Promise.all(wanted.map(async (name) => this.loaded.set(name, await piece(name))));
      if (wanted.length) this.layer.draw();
    } catch (error) {
      this.onFailed(error);
    }
  }

  draw(context, at, size, map) {
    if (!this.shown || map.getZoom() < FROM_ZOOM) return;
    context.lineJoin = 'round';
    for (const [kind, [colour, width]] of Object.entries(STYLES)) {
      context.fillStyle = context.strokeStyle = token(colour, map.getContainer());
      context.lineWidth = width * (map.getZoom() > 7 ? 1.5 : 1);
      for (const [name, parts] of this.loaded) {
        const [lon, lat] = name.split('_').map(Number);
        context.beginPath();
        for (const steps of parts[kind] ?? []) {
          let first = true;
          for (const point of points(steps, lon, lat)) {
            context[first ? 'moveTo' : 'lineTo'](...at(...point));
            first = false;
          }
        }
        kind === 'lake' ? context.fill() : context.stroke();
      }
    }
  }
}
