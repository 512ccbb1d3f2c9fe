// All places of a plan on one canvas, redrawn only after the map has moved.
import { BASIC, FAMILIES, token } from './families.js';
import { placeStamp } from './place-stamp.js';
import { Pixels, colourWord } from './pixels.js';
import { PointGrid, peopleOf } from './points-data.js';

const L = window.L;
const MARGIN = 20;
const SYMBOLS_AT_MOST = 10_000; // in one view; the least populous beyond are squares

export const PointsLayer = L.Layer.extend({
  /** data: decodePoints(); show(i): false hides a point (a filter of the table). */
  initialize(data, options = {}) {
    L.setOptions(this, options);
    this.hidden = new Set();
    this.setData(data);
  },

  /** moved: false when only the classes differ from what is drawn. */
  setData(data, moved = true) {
    this.data = data;
    if (moved) this.grid = new PointGrid(data);
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

  /** Colours by {classes: one per point, tokens, stamp: if not placeStamp}; null: by technology. */
  setShade(shade) {
    this.shade = shade;
    this.draw();
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
    const size = map.getSize(), dpr = devicePixelRatio || 1;
    const { canvas } = this, width = Math.round(size.x * dpr), height = Math.round(size.y * dpr);
    canvas.style.width = `${size.x}px`;
    canvas.style.height = `${size.y}px`;
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
    if (width === 0 || height === 0) return;
    if (canvas.width !== width || canvas.height !== height || !this.pixels) {
      canvas.width = width;
      canvas.height = height;
      this.pixels = new Pixels(width, height);
    }
    const zoom = map.getZoom(), origin = map.getPixelBounds().min;
    this.pixels.clear();
    this.drawPlaces(this.pixels, {
      dpr, zoom, scale: 2 ** zoom * dpr, left: origin.x * dpr, top: origin.y * dpr,
      right: width + MARGIN * dpr, bottom: height + MARGIN * dpr, edge: -MARGIN * dpr,
      grow: Math.max(.75, (zoom > 8.4 ? 1.29 : 1.2) ** (zoom - 7)),
      // below these populations a place is a bare square, above it an outlined symbol
      squareBelow: zoom < 7 ? 6000 : zoom < 8.4 ? 1500 : zoom < 9.2 ? 240 : 0,
    });
    canvas.getContext('2d').putImageData(this.pixels.image, 0, 0);
  },

  /** Points in the frame that pass a test, in device pixels: how many, and their index, x and y. */
  locate({ scale, left, top, right, bottom, edge }, shown) {
    const { n, x, y } = this.data;
    if (!(this.found?.at.length >= n)) this.found = { at: new Uint32Array(n), x: new Float32Array(n), y: new Float32Array(n) };
    const { found } = this, { at, x: xs, y: ys } = found;
    let count = 0;
    for (let i = 0; i < n; i++) {
      const px = x[i] * scale - left;
      if (px <= edge || px >= right) continue;
      const py = y[i] * scale - top;
      if (py <= edge || py >= bottom || !shown(i)) continue;
      at[count] = i;
      xs[count] = px;
      ys[count++] = py;
    }
    found.count = count;
    return found;
  },

  /** Pixels from place to place if those found lay evenly in their box. */
  gapOf({ count, x, y }) {
    if (count < 2) return Infinity;
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let k = 0; k < count; k++) {
      if (x[k] < left) left = x[k];
      if (x[k] > right) right = x[k];
      if (y[k] < top) top = y[k];
      if (y[k] > bottom) bottom = y[k];
    }
    return Math.sqrt(((right - left) * (bottom - top)) / count);
  },

  /** Population from which on at most so many of the points found have it. */
  leastOfMost(most, { at, count }) {
    const { step } = this.data, places = new Uint32Array(256);
    if (count <= most) return 0;
    for (let k = 0; k < count; k++) places[step[at[k]]]++;
    let least = 256;
    for (let sum = 0; least > 0 && sum + places[least - 1] <= most; ) sum += places[--least];
    return peopleOf(least - .5);
  },

  /** Colours and stamps, kept until the zoom or the colours change. */
  marks({ grow, dpr }) {
    const colour = (name) => token(name, this._map.getContainer());
    const fill = this.shade ? this.shade.tokens.map(colour) : FAMILIES.map((family) => colour(`--t-${family.id}`));
    const colours = { fill, outline: colour('--t-outline'), land: colour('--m-land'), far: colour(this.shade ? this.shade.tokens[0] : '--t-none-far') };
    const look = JSON.stringify([grow, dpr, colours]);
    if (this.kept?.look !== look) this.kept = { look, colours, squares: [colours.far, ...fill.slice(1)].map(colourWord), stamps: new Map() };
    return this.kept;
  },

  /** Squares first, then places without service, and what the plan does above both. */
  drawPlaces(pixels, frame) {
    const { people, kind } = this.data, { filter, hidden, shade } = this, { dpr, grow } = frame;
    const tone = shade ? (i) => shade.classes[i] : (i) => kind[i] & ~BASIC;
    const { squares, stamps, colours } = this.marks(frame);
    const small = Math.max(1, Math.round(1.8 * grow * dpr)), large = Math.max(1, Math.round(2.4 * grow * dpr));
    const seen = Uint8Array.from(FAMILIES, (_, family) => !hidden.has(family));
    const found = this.locate(frame, (i) => seen[kind[i] & ~BASIC] && (!filter || filter(i)));
    const { at, x, y, count } = found, least = Math.max(frame.squareBelow, this.leastOfMost(SYMBOLS_AT_MOST, found));
    const gap = Math.round(this.gapOf(found) / dpr), look = { ...frame, gap, struck: shade };
    if (this.gap !== gap) stamps.clear();
    this.gap = gap;
    for (const served of [false, true]) {
      for (let k = 0; k < count; k++) {
        const i = at[k];
        if (people[i] < least && kind[i] !== 0 === served) pixels.square(x[k], y[k], people[i] > 500 ? large : small, squares[tone(i)]);
      }
    }
    for (const served of [false, true]) {
      for (let k = 0; k < count; k++) {
        const i = at[k];
        if (people[i] < least || kind[i] !== 0 !== served) continue;
        const step = Math.min(9, Math.round(Math.sqrt(people[i] / 900))), key = (tone(i) * 256 + kind[i]) * 16 + step;
        let stamp = stamps.get(key);
        if (!stamp) stamps.set(key, (stamp = (shade?.stamp ?? placeStamp)(kind[i], tone(i), step, colours, look)));
        pixels.stamp(stamp, x[k], y[k]);
      }
    }
  },
});
