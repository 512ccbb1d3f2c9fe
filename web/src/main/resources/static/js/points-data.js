// The places of a plan as typed arrays: reads the API's "KP1" columns and finds what is under the pointer.

const WORLD = 256; // pixels of the whole world at zoom 0

/** People at a step of the eighths of powers of two in which populations come. */
export const peopleOf = (step) => 2 ** (step / 8) - 1;

/** Decodes GET /api/v1/plans/{id}/points; positions are projected once, to zoom 0. */
export function decodePoints(buffer) {
  const view = new DataView(buffer);
  const magic = String.fromCharCode(...new Uint8Array(buffer, 0, 3));
  if (magic !== 'KP1') throw new Error(`unknown points format ${magic}`);
  const n = view.getInt32(4, true);
  const [west, south, east, north] = [8, 16, 24, 32].map((at) => view.getFloat64(at, true));
  const lon = new Float64Array(n), lat = new Float64Array(n);
  const x = new Float64Array(n), y = new Float64Array(n), people = new Float32Array(n);
  const at = { lon: 40, lat: 40 + 2 * n, kind: 40 + 4 * n, people: 40 + 5 * n };
  const step = new Uint8Array(buffer, at.people, n), peopleAt = Float32Array.from({ length: 256 }, (_, k) => peopleOf(k));
  for (let i = 0; i < n; i++) {
    lon[i] = west + (view.getUint16(at.lon + 2 * i, true) / 65535) * (east - west);
    lat[i] = south + (view.getUint16(at.lat + 2 * i, true) / 65535) * (north - south);
    const s = Math.sin((lat[i] * Math.PI) / 180);
    x[i] = (lon[i] / 360 + .5) * WORLD;
    y[i] = (.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)) * WORLD;
    people[i] = peopleAt[step[i]];
  }
  const kind = new Uint8Array(buffer, at.kind, n);
  return { n, lon, lat, x, y, people, step, kind, bounds: [[south, west], [north, east]] };
}

/** Grid bins over the projected positions, so that hit-testing looks at a few dozen points only. */
export class PointGrid {
  constructor(data) {
    this.data = data;
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < data.n; i++) {
      minX = Math.min(minX, data.x[i]); maxX = Math.max(maxX, data.x[i]);
      minY = Math.min(minY, data.y[i]); maxY = Math.max(maxY, data.y[i]);
    }
    this.columns = Math.max(1, Math.min(512, Math.ceil(Math.sqrt(data.n / 4))));
    this.minX = minX; this.minY = minY;
    this.size = Math.max(maxX - minX, maxY - minY, 1e-9) / this.columns * 1.0000001;
    const cells = this.columns * this.columns;
    this.start = new Uint32Array(cells + 1);
    const cell = new Uint32Array(data.n);
    for (let i = 0; i < data.n; i++) this.start[(cell[i] = this.cellOf(data.x[i], data.y[i])) + 1]++;
    for (let c = 0; c < cells; c++) this.start[c + 1] += this.start[c];
    const fill = this.start.slice();
    this.order = new Uint32Array(data.n);
    for (let i = 0; i < data.n; i++) this.order[fill[cell[i]]++] = i;
  }

  cellOf(x, y) {
    const last = this.columns - 1;
    const column = Math.min(last, Math.max(0, Math.floor((x - this.minX) / this.size)));
    const row = Math.min(last, Math.max(0, Math.floor((y - this.minY) / this.size)));
    return row * this.columns + column;
  }

  /** Index of the visible point nearest to a zoom-0 position within a radius, or -1. */
  nearest(x, y, radius, visible) {
    const { data } = this;
    const low = this.cellOf(x - radius, y - radius), high = this.cellOf(x + radius, y + radius);
    const columns = this.columns;
    let best = -1, least = radius * radius;
    for (let row = Math.floor(low / columns); row <= Math.floor(high / columns); row++) {
      for (let column = low % columns; column <= high % columns; column++) {
        const c = row * columns + column;
        for (let k = this.start[c]; k < this.start[c + 1]; k++) {
          const i = this.order[k], dx = data.x[i] - x, dy = data.y[i] - y, d = dx * dx + dy * dy;
          if (d < least && visible(i)) { best = i; least = d; }
        }
      }
    }
    return best;
  }
}
