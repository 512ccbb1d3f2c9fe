// Names, drawn once per move on a canvas above the points, with a halo; larger places win, none overlap.
import { token } from './families.js';

const L = window.L;

/** True when two boxes, {left, right, top, bottom} in pixels, share room. */
export const overlap = (a, b) => a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

export const LabelsLayer = L.Layer.extend({
  /** names: [{name, lon, lat, weight, aside}] of places, aside being the pixels between mark and name (8), [{name, area: true, widest(bounds)}] of countries. avoid(): boxes that no name may run over. */
  initialize(names, { avoid = () => [] } = {}) {
    this.avoid = avoid;
    this.setNames(names);
  },

  setNames(names) {
    this.names = [...names].sort((a, b) => b.weight - a.weight);
    this.draw();
  },

  onAdd(map) {
    this.canvas = L.DomUtil.create('canvas', 'leaflet-zoom-hide', map.getPane('markerPane'));
    this.canvas.style.pointerEvents = 'none';
    map.on('moveend zoomend resize', this.draw, this);
    this.draw();
  },

  onRemove(map) {
    map.off('moveend zoomend resize', this.draw, this);
    this.canvas.remove();
  },

  draw() {
    const map = this._map;
    if (!map) return;
    const size = map.getSize(), dpr = devicePixelRatio || 1, host = map.getContainer(), { canvas } = this;
    canvas.width = size.x * dpr;
    canvas.height = size.y * dpr;
    canvas.style.width = `${size.x}px`;
    canvas.style.height = `${size.y}px`;
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
    const context = canvas.getContext('2d');
    context.scale(dpr, dpr);
    context.lineJoin = 'round';
    context.textBaseline = 'middle';
    const family = getComputedStyle(document.body).fontFamily, taken = [...this.controls(map), ...this.avoid()];
    const limit = Math.round((size.x * size.y) / 26000);
    const bounds = map.getBounds();
    let drawn = 0;
    for (const label of this.names) {
      if (!label.area && drawn >= limit) continue;
      const at = label.area ? this.middle(label, bounds) : map.latLngToContainerPoint([label.lat, label.lon]);
      if (!at || at.x < 0 || at.y < 0 || at.x > size.x || at.y > size.y) continue;
      const box = this.place(context, label, at, family, size, taken);
      if (!box) continue;
      taken.push(box);
      if (!label.area) drawn++;
      context.strokeStyle = token(label.area ? '--m-other' : '--m-halo', host);
      context.fillStyle = token(label.area ? '--m-muted' : '--m-text', host);
      context.lineWidth = 3.5;
      context.strokeText(box.text, box.x, at.y);
      context.fillText(box.text, box.x, at.y);
    }
  },

  /** Where a country's name goes, with the room that its land leaves there; null when none is in view. */
  middle(label, bounds) {
    const land = label.widest(bounds);
    if (!land) return null;
    const [west, east] = [land.west, land.east].map((lon) => this._map.latLngToContainerPoint([land.lat, lon]));
    return { x: (west.x + east.x) / 2, y: west.y, room: east.x - west.x };
  },

  /** Boxes of the map's own buttons, which no name may run under. */
  controls(map) {
    const host = map.getContainer().getBoundingClientRect();
    return [...map.getContainer().querySelectorAll('.leaflet-control')].map((control) => {
      const box = control.getBoundingClientRect();
      return { left: box.left - host.left - 4, right: box.right - host.left + 4, top: box.top - host.top - 4, bottom: box.bottom - host.top + 4 };
    });
  },

  /** A free box for a label, to the end side of its place, else to the start side, else none. */
  place(context, label, at, family, size, taken) {
    const { aside = 8 } = label, shown = label.area ? label.name.toUpperCase() : label.name;
    context.font = label.area ? `500 11.5px ${family}` : `600 12.5px ${family}`;
    context.letterSpacing = label.area ? '2px' : '0px';
    const width = context.measureText(shown).width;
    if (width > at.room) return null;
    for (const x of label.area ? [at.x - width / 2] : [at.x + aside, at.x - aside - width]) {
      const box = { text: shown, x, left: x - 3, right: x + width + 3, top: at.y - 9, bottom: at.y + 9 };
      const inside = box.left > 0 && box.right < size.x;
      if (inside && !taken.some((other) => overlap(other, box))) return box;
    }
    return null;
  },
});
