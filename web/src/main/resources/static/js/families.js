// Families of technologies, as the page carries them: one list drives legend, canvas and tables.
// Index = class byte of the points. Shape and name carry the meaning without colour.
import { getBytes } from './api.js';

const SYMBOL_RADIUS = 6.6; // of the round symbols; the others look as large
const RING = new Path2D('M6.6 0A6.6 6.6 0 1 1-6.6 0A6.6 6.6 0 1 1 6.6 0z');
const symbols = document.querySelectorAll('symbol[data-class]');

export const FAMILIES = Array.from({ length: symbols.length }, () => ({ id: '', name: '', path: RING }));
for (const each of symbols) {
  const { class: kind, name = '' } = each.dataset, path = each.querySelector('path');
  FAMILIES[kind] = { id: each.id.slice('sym-'.length), name, path: path ? new Path2D(path.getAttribute('d')) : RING };
}

/** Bit of the class byte that marks basic service only. */
export const BASIC = 0x80;

/** Places or class bytes of a plan or run; the address changes with the meaning of the bytes. */
export const mapped = (address) => getBytes(`${address}?families=${document.getElementById('symbols').dataset.version}`);

/** A colour of the style sheet, as it holds inside an element (the dark map has its own). */
export const token = (name, within = document.documentElement) =>
  getComputedStyle(within).getPropertyValue(name).trim();

/** A symbol's outline with radius r round (0, 0). */
export function outlineOf(path, r) {
  const scaled = new Path2D();
  scaled.addPath(path, new DOMMatrix().scale(r / SYMBOL_RADIUS));
  return scaled;
}

/** The outline of places without service, and of the dot of basic service. */
export const ring = (r) => outlineOf(RING, r);

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
