// All places of a plan on one canvas, redrawn only after the map has moved.
import { BASIC, FAMILIES, token, trace } from './families.js';
import { Pixels, colourWord, stampOf } from './pixels.js';
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

  /** Colours by classes {classes: one per point, tokens: colours of the style sheet}; null: by technology. */
  setShade(shade) {
    this.shade = shade;
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
    const colours = { fill, outline: colour('--t-outline'), land: colour('--m-land') };
    const look = JSON.stringify([grow, dpr, colours]);
    if (this.kept?.look !== look) this.kept = { look, colours, squares: fill.map(colourWord), stamps: new Map() };
    return this.kept;
  },

  drawPlaces(pixels, frame) {
    const { people, kind } = this.data, { filter, hidden, shade } = this, tone = shade ? (i) => shade.classes[i] : (i) => kind[i] & ~BASIC, { dpr, grow } = frame;
    const { squares, stamps, colours } = this.marks(frame);
    const small = Math.max(1, Math.round(1.8 * grow * dpr)), large = Math.max(1, Math.round(2.4 * grow * dpr));
    const seen = Uint8Array.from(FAMILIES, (_, family) => !hidden.has(family));
    const found = this.locate(frame, (i) => seen[kind[i] & ~BASIC] && (!filter || filter(i)));
    const { at, x, y, count } = found, least = Math.max(frame.squareBelow, this.leastOfMost(SYMBOLS_AT_MOST, found));
    for (let k = 0; k < count; k++) {
      const i = at[k];
      if (people[i] < least) pixels.square(x[k], y[k], people[i] > 500 ? large : small, squares[tone(i)]);
    }
    for (let k = 0; k < count; k++) {
      const i = at[k];
      if (people[i] < least) continue;
      const step = Math.min(9, Math.round(Math.sqrt(people[i] / 900))), key = (tone(i) * 256 + kind[i]) * 16 + step;
      let stamp = stamps.get(key);
      if (!stamp) stamps.set(key, (stamp = symbolStamp(kind[i], tone(i), step, colours, { ...frame, struck: shade })));
      pixels.stamp(stamp, x[k], y[k]);
    }
  },
});

/** Filled for the standard, hollow with a dot for basic service, a ring for none. */
function symbolStamp(kind, tone, step, { fill, outline, land }, { grow, dpr, zoom, struck }) {
  const family = kind & ~BASIC, r = (1.75 + step * .38) * grow;
  return stampOf((r * 1.25 + 1.5) * dpr, (context) => {
    context.scale(dpr, dpr);
    trace(context, FAMILIES[family].shape, r);
    context.fillStyle = tone === 0 ? land : fill[tone];
    context.fill();
    context.lineWidth = tone === 0 ? 1.3 : zoom < 8 ? .6 : .9;
    context.strokeStyle = tone === 0 ? fill[0] : outline;
    context.stroke();
    if (struck && tone === 0) { // no value: a stroke through it, whatever colours an eye can tell apart
      context.beginPath();
      context.moveTo(-r, r);
      context.lineTo(r, -r);
      context.stroke();
    } else if (kind & BASIC) {
      trace(context, 'ring', r * .5);
      context.fillStyle = land;
      context.fill();
      context.stroke();
    }
  });
}
