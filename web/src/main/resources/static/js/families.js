// Families of technologies: one list drives legend, canvas and tables. Index = class byte of the points.
// Shape and letter carry the meaning without colour.
export const FAMILIES = [
  { id: 'none', shape: 'ring', letter: '–' },
  { id: 'fibre', shape: 'square', letter: 'F' },
  { id: 'fwa', shape: 'circle', letter: 'W' },
  { id: 'mobile', shape: 'diamond', letter: 'M' },
  { id: 'tvws', shape: 'cross', letter: 'T' },
  { id: 'leo', shape: 'up', letter: 'L' },
  { id: 'geo', shape: 'down', letter: 'G' },
  { id: 'base', shape: 'hexagon', letter: 'B' },
  { id: 'wifi', shape: 'pentagon', letter: 'C' },
];

/** Bit of the class byte that marks basic service only. */
export const BASIC = 0x80;

/** A colour of the style sheet, as it holds inside an element (the dark map has its own). */
export const token = (name, within = document.documentElement) =>
  getComputedStyle(within).getPropertyValue(name).trim();

const regular = (corners, turn) =>
  Array.from({ length: corners }, (_, k) => {
    const angle = turn + (k * 2 * Math.PI) / corners;
    return [Math.cos(angle) * 1.1, Math.sin(angle) * 1.1];
  });

const POLYGONS = {
  square: [[-.88, -.88], [.88, -.88], [.88, .88], [-.88, .88]],
  diamond: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]],
  up: [[0, -1.15], [1.1, .85], [-1.1, .85]],
  down: [[0, 1.15], [1.1, -.85], [-1.1, -.85]],
  cross: [[-.4, -1.1], [.4, -1.1], [.4, -.4], [1.1, -.4], [1.1, .4], [.4, .4], [.4, 1.1], [-.4, 1.1], [-.4, .4], [-1.1, .4], [-1.1, -.4], [-.4, -.4]],
  hexagon: regular(6, 0),
  pentagon: regular(5, -Math.PI / 2),
};

/** Traces a symbol of radius r round (0, 0); the templates' legend symbols have the same geometry. */
export function trace(context, shape, r) {
  context.beginPath();
  const corners = POLYGONS[shape];
  if (!corners) {
    context.arc(0, 0, r, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([x, y], k) => (k ? context.lineTo(x * r, y * r) : context.moveTo(x * r, y * r)));
  context.closePath();
}

/** A legend symbol for tables and tooltips. */
export function symbol(family) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'sym');
  svg.setAttribute('viewBox', '-9 -9 18 18');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  Object.entries({ href: `#sym-${family}`, x: -9, y: -9, width: 18, height: 18 }).forEach(([k, v]) => use.setAttribute(k, v));
  svg.append(use);
  return svg;
}
