// The symbol of a place, as pixels: technology by shape and colour, service by how it is filled.
import { BASIC, FAMILIES, outlineOf, ring as ringOf } from './families.js';
import { stampOf } from './pixels.js';

const UNSERVED_OF_GAP = .26, SERVED_OF_GAP = .55; // largest radius as a share of the gap between places
const SMALLEST_RING = 1.7, SMALLEST_SYMBOL = 3.2;

/** Filled for the standard, hollow with a dot for basic service, a ring for none; smaller where places are dense. */
export function placeStamp(kind, tone, step, { fill, outline, land, far }, { grow, dpr, zoom, gap, struck }) {
  const family = kind & ~BASIC, full = (1.75 + step * .38) * grow, ring = tone === 0;
  const r = ring ? Math.min(full * .85, Math.max(1, gap * UNSERVED_OF_GAP)) : Math.min(full * 1.1, Math.max(SMALLEST_SYMBOL, gap * SERVED_OF_GAP));
  return stampOf((r * 1.25 + 1.5) * dpr, (context) => {
    context.scale(dpr, dpr);
    const shape = outlineOf(FAMILIES[family].path, r);
    context.fillStyle = !ring ? fill[tone] : r < SMALLEST_RING ? far : land;
    context.fill(shape);
    if (ring && r < SMALLEST_RING) return;
    context.lineWidth = ring ? 1.1 : zoom < 8 ? .6 : .9;
    context.strokeStyle = ring ? fill[0] : outline;
    context.stroke(shape);
    if (struck && ring) { // no value: a stroke through it, whatever colours an eye can tell apart
      context.beginPath();
      context.moveTo(-r, r);
      context.lineTo(r, -r);
      context.stroke();
    } else if (kind & BASIC) {
      const dot = ringOf(r * .5);
      context.fillStyle = land;
      context.fill(dot);
      context.stroke(dot);
    }
  });
}
