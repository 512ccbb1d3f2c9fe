// Where people live, by class of coverage today: covered, unsure (hatched), uncovered. Cells come as
// one byte for two of them; colours come from the style sheet, so that the dark map has its own.
import { CanvasLayer, hatch, project } from './canvas-layer.js';
import { token } from './families.js';

const HEADER = 32;
const CLASSES = ['cov', 'uns', 'unc'];

/** Reads GET /api/v1/today/cells; its header is described there. */
export function decodeCells(buffer) {
  const head = new DataView(buffer), bytes = new Uint8Array(buffer, HEADER);
  const [west, north, cell] = [0, 8, 16].map((at) => head.getFloat64(at));
  const columns = head.getInt32(24), rows = head.getInt32(28);
  const cells = new Uint8Array(columns * rows);
  for (let k = 0; k < cells.length; k++) {
    const row = Math.floor(k / columns), pair = bytes[(row >> 1) * columns + (k % columns)];
    cells[k] = row % 2 ? pair & 15 : pair >> 4;
  }
  const world = (radians) => .5 - radians / (2 * Math.PI), side = cell / 360;
  return { columns, rows, cells, x: west / 360 + .5, y: world(north), side };
}

/** Class (0 covered, 1 unsure, 2 uncovered, 3 not known, which no colour shows) and density (0–2) of the cell at a place of the zoom-0 world; null where hardly anyone lives. */
export function cellAt({ columns, rows, cells, x, y, side }, wx, wy) {
  const column = Math.floor((wx - x) / side), row = Math.floor((wy - y) / side);
  const value = column < 0 || row < 0 || column >= columns || row >= rows ? 0 : cells[row * columns + column];
  return value ? { kind: Math.floor((value - 1) / 3), density: (value - 1) % 3 } : null;
}

const rgb = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

export class CoverageLayer {
  /** parts: mosaics, each with clip(context, at), which traces where to colour; quiet: tints that symbols of a plan stand out from. */
  constructor(map, parts, { pane, quiet = false } = {}) {
    this.parts = parts;
    this.quiet = quiet;
    this.shown = true;
    this.map = map;
    this.layer = new CanvasLayer(pane, (...frame) => this.draw(...frame)).addTo(map);
    this.paint();
  }

  /** Class of the cell at a place: 0 covered, 1 unsure, 2 uncovered; null where hardly anyone lives or nobody knows. */
  kindAt({ lon, lat }) {
    const kinds = this.parts.map(({ mosaic }) => cellAt(mosaic, ...project(lon, lat))?.kind);
    return kinds.find((kind) => CLASSES[kind]) ?? null;
  }

  show(on) {
    this.shown = on;
    this.layer.draw();
  }

  /** Colours the cells anew, for a map that became dark or light. */
  paint() {
    for (const part of this.parts) part.pictures = this.pictures(part.mosaic);
    this.layer.draw();
  }

  pictures({ columns, rows, cells }) {
    const host = this.map.getContainer(), strength = this.quiet ? [255, 255, 255] : [110, 185, 255];
    return CLASSES.map((name, kind) => {
      const picture = document.createElement('canvas');
      Object.assign(picture, { width: columns, height: rows });
      const context = picture.getContext('2d'), image = context.createImageData(columns, rows);
      const colour = rgb(token(`--k-${name}${this.quiet ? '-q' : ''}`, host));
      cells.forEach((value, k) => {
        if (value && Math.floor((value - 1) / 3) === kind) image.data.set([...colour, strength[(value - 1) % 3]], k * 4);
      });
      context.putImageData(image, 0, 0);
      return picture;
    });
  }

  draw(context, at, size, map) {
    if (!this.shown || !size.x || !size.y) return;
    for (const part of this.parts) if (part.pictures) this.drawPart(part, context, at, size, map);
  }

  drawPart({ mosaic, clip, pictures }, context, at, size, map) {
    const { columns, rows, x, y, side } = mosaic, world = 256 * 2 ** map.getZoom(), corner = map.getPixelBounds().min;
    const box = [x * world - corner.x, y * world - corner.y, columns * side * world, rows * side * world];
    context.save();
    context.beginPath();
    clip(context, at);
    context.clip('nonzero');
    context.imageSmoothingEnabled = false;
    const [covered, unsure, uncovered] = pictures;
    context.drawImage(uncovered, ...box);
    context.drawImage(covered, ...box);
    const apart = document.createElement('canvas');
    Object.assign(apart, { width: size.x, height: size.y });
    const lines = apart.getContext('2d');
    lines.imageSmoothingEnabled = false;
    lines.drawImage(unsure, ...box);
    lines.globalCompositeOperation = 'source-atop';
    lines.fillStyle = hatch(lines, this.quiet ? 'rgba(120,112,80,.55)' : 'rgba(255,255,255,.62)', 1.3, 5);
    lines.fillRect(0, 0, size.x, size.y);
    context.drawImage(apart, 0, 0);
    context.restore();
  }
}
