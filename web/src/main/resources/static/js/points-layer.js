// All places of a plan on one canvas, redrawn only after the map has moved.
import { BASIC, FAMILIES, token, trace } from './families.js';
import { PointGrid } from './points-data.js';

const L = window.L;
const MARGIN = 20;

export const PointsLayer = L.Layer.extend({
  /** data: decodePoints(); show(i): false hides a point (a filter of the table). */
  initialize(data, options = {}) {
    L.setOptions(this, options);
    this.hidden = new Set();
    this.setData(data);
  },

  setData(data) {
    this.data = data;
    this.grid = new PointGrid(data);
    this.draw();
  },

  onAdd(map) {
    this.canvas = L.DomUtil.create('canvas', 'leaflet-zoom-hide', map.getPane(this.options.pane || 'overlayPane'));
    this.canvas.style.pointerEvents = 'none';
    map.on('moveend zoomend resize viewreset', this.draw, this);
    this.draw();
  },

  onRemove(map) {
    map.off('moveend zoomend resize viewreset', this.draw, this);
    this.canvas.remove();
  },

  /** Shows or hides a family; index as in FAMILIES. */
  toggle(family, on) {
    on ? this.hidden.delete(family) : this.hidden.add(family);
    this.draw();
  },

  /** Shows only points for which the test holds; null shows all. */
  setFilter(test) {
    this.filter = test;
    this.draw();
  },

  setClip(css) {
    this.canvas.style.clipPath = css;
  },

  visible(i) {
    return !this.hidden.has(this.data.kind[i] & ~BASIC) && (!this.filter || this.filter(i));
  },

  /** Indices of the visible points inside the map's view. */
  inView() {
    const bounds = this._map.getBounds(), found = [];
    const { n, lon, lat } = this.data;
    for (let i = 0; i < n; i++) {
      const inside = lon[i] >= bounds.getWest() && lon[i] <= bounds.getEast()
        && lat[i] >= bounds.getSouth() && lat[i] <= bounds.getNorth();
      if (inside && this.visible(i)) found.push(i);
    }
    return found;
  },

  /** The point under a container position, or -1. */
  at(position, reach = 10) {
    const scale = 2 ** this._map.getZoom(), origin = this._map.getPixelBounds().min;
    const x = (position.x + origin.x) / scale, y = (position.y + origin.y) / scale;
    return this.grid.nearest(x, y, reach / scale, (i) => this.visible(i));
  },

  draw() {
    const map = this._map;
    if (!map || !this.canvas) return;
    const started = performance.now(), size = map.getSize(), dpr = devicePixelRatio || 1;
    const { canvas } = this;
    canvas.width = size.x * dpr;
    canvas.height = size.y * dpr;
    canvas.style.width = `${size.x}px`;
    canvas.style.height = `${size.y}px`;
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
    const context = canvas.getContext('2d');
    context.scale(dpr, dpr);
    const zoom = map.getZoom(), frame = {
      size, dpr, zoom, scale: 2 ** zoom, origin: map.getPixelBounds().min,
      grow: Math.max(.75, (zoom > 8.4 ? 1.29 : 1.2) ** (zoom - 7)),
      // below these populations a place is a bare square, above it an outlined symbol
      squareBelow: zoom < 7 ? 6000 : zoom < 8.4 ? 1500 : zoom < 9.2 ? 240 : 0,
    };
    this.drawSquares(context, frame);
    this.drawSymbols(context, frame);
    this.lastDrawMs = performance.now() - started;
  },

  colours() {
    const host = this._map.getContainer();
    return {
      fill: FAMILIES.map((family) => token(`--t-${family.id}`, host)),
      outline: token('--t-outline', host),
      land: token('--m-land', host),
    };
  },

  drawSquares(context, { size, scale, origin, grow, squareBelow }) {
    const { n, x, y, people, kind } = this.data, { fill } = this.colours();
    for (let family = 0; family < FAMILIES.length; family++) {
      if (this.hidden.has(family)) continue;
      context.fillStyle = fill[family];
      for (let i = 0; i < n; i++) {
        if ((kind[i] & ~BASIC) !== family || people[i] >= squareBelow) continue;
        const px = x[i] * scale - origin.x, py = y[i] * scale - origin.y;
        if (px < -9 || py < -9 || px > size.x + 9 || py > size.y + 9) continue;
        if (this.filter && !this.filter(i)) continue;
        const d = (people[i] > 500 ? 2.4 : 1.8) * grow;
        context.fillRect(px - d / 2, py - d / 2, d, d);
      }
    }
  },

  drawSymbols(context, frame) {
    const { n, x, y, people, kind } = this.data, { size, scale, origin, squareBelow } = frame;
    const colours = this.colours(), sprites = new Map();
    for (let i = 0; i < n; i++) {
      if (people[i] < squareBelow || !this.visible(i)) continue;
      const px = x[i] * scale - origin.x, py = y[i] * scale - origin.y;
      if (px < -MARGIN || py < -MARGIN || px > size.x + MARGIN || py > size.y + MARGIN) continue;
      const step = Math.min(9, Math.round(Math.sqrt(people[i] / 900)));
      const key = kind[i] * 16 + step;
      let sprite = sprites.get(key);
      if (!sprite) sprites.set(key, (sprite = makeSprite(kind[i], step, colours, frame)));
      context.drawImage(sprite.canvas, px - sprite.width / 2, py - sprite.width / 2, sprite.width, sprite.width);
    }
  },
});

/** A symbol drawn once: filled for the standard, hollow with a dot for basic service, a ring for none. */
function makeSprite(kind, step, { fill, outline, land }, { grow, dpr, zoom }) {
  const family = kind & ~BASIC, basic = (kind & BASIC) !== 0;
  const r = (1.75 + step * .38) * grow, width = Math.ceil(r * 3 + 4);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = width * dpr;
  const context = canvas.getContext('2d');
  context.scale(dpr, dpr);
  context.translate(width / 2, width / 2);
  trace(context, FAMILIES[family].shape, r);
  context.fillStyle = family === 0 ? land : fill[family];
  context.fill();
  context.lineWidth = family === 0 ? 1.3 : zoom < 8 ? .6 : .9;
  context.strokeStyle = family === 0 ? fill[0] : outline;
  context.stroke();
  if (basic) {
    trace(context, 'ring', r * .5);
    context.fillStyle = land;
    context.fill();
    context.stroke();
  }
  return { canvas, width };
}
