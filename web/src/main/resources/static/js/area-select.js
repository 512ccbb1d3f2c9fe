// Choosing an area on the map: a dragged rectangle, clicked corners, or (by key alone) all that is in view.
import { token } from './families.js';
import { text } from './words.js';

const L = window.L;
const CLOSE_PX = 12;

export class AreaSelect {
  /** onArea(ring): corners as [lon, lat]. */
  constructor(map, onArea) {
    this.map = map;
    this.onArea = onArea;
    this.buttons = [...document.querySelectorAll('[data-select]')];
    this.hint = document.getElementById('select-hint');
    this.shape = L.polygon([], { color: token('--accent'), weight: 2, dashArray: '4 4', fillOpacity: .08, interactive: false });
    this.buttons.forEach((button) => button.addEventListener('click', () => this.choose(button.dataset.select)));
    document.addEventListener('keydown', (event) => this.key(event));
    const host = map.getContainer();
    host.addEventListener('pointerdown', (event) => this.down(event), true);
    host.addEventListener('pointermove', (event) => this.move(event), true);
    host.addEventListener('pointerup', (event) => this.up(event), true);
  }

  /** True while a click on the map means a corner. */
  get busy() {
    return Boolean(this.mode) || performance.now() < this.quietUntil;
  }

  choose(mode) {
    if (mode === 'view') {
      const b = this.map.getBounds();
      this.finish([b.getSouthWest(), b.getSouthEast(), b.getNorthEast(), b.getNorthWest()]);
      return;
    }
    this.stop();
    this.mode = mode;
    this.corners = [];
    this.map.dragging.disable();
    this.map.getContainer().style.cursor = 'crosshair';
    this.hint.textContent = text(`ui.explore.hint-${mode}`);
    this.hint.hidden = false;
    this.mark();
  }

  mark() {
    this.buttons.forEach((button) => button.setAttribute('aria-pressed', button.dataset.select === this.mode));
    this.buttons.at(-1).removeAttribute('aria-pressed');
  }

  stop() {
    this.mode = null;
    this.start = null;
    this.map.dragging.enable();
    this.map.getContainer().style.cursor = '';
    this.hint.hidden = true;
    this.shape.remove();
    this.mark();
  }

  /** Draws an area that is chosen; null takes it away. */
  show(ring) {
    if (!ring) this.shape.remove();
    else this.shape.setLatLngs(ring.map(([lon, lat]) => [lat, lon])).addTo(this.map);
  }

  finish(corners) {
    this.quietUntil = performance.now() + 300; // the click that ends an area opens no place
    const ring = corners.map(({ lat, lng }) => [Number(lng.toFixed(6)), Number(lat.toFixed(6))]);
    this.stop();
    this.show(ring);
    this.onArea(ring);
  }

  at(event) {
    return this.map.mouseEventToLatLng(event);
  }

  down(event) {
    if (!this.mode || event.target.closest('.leaflet-control')) return;
    event.stopPropagation();
    event.preventDefault();
    if (this.mode === 'rectangle') {
      this.start = this.at(event);
      return;
    }
    const here = this.map.mouseEventToContainerPoint(event), [first] = this.corners;
    const closes = this.corners.length > 2 && this.map.latLngToContainerPoint(first).distanceTo(here) < CLOSE_PX;
    if (closes) this.finish(this.corners);
    else {
      this.corners.push(this.at(event));
      this.shape.setLatLngs(this.corners).addTo(this.map);
    }
  }

  move(event) {
    if (!this.start) return;
    event.stopPropagation();
    this.shape.setLatLngs(box(this.start, this.at(event))).addTo(this.map);
  }

  up(event) {
    if (!this.start) return;
    event.stopPropagation();
    const corners = box(this.start, this.at(event));
    const [a, , b] = corners.map((each) => this.map.latLngToContainerPoint(each));
    this.start = null;
    if (Math.abs(a.x - b.x) > 4 && Math.abs(a.y - b.y) > 4) this.finish(corners);
  }

  key(event) {
    if (!this.mode) return;
    if (event.key === 'Escape') this.stop();
    else if (event.key === 'Enter' && this.mode === 'polygon' && this.corners.length > 2) this.finish(this.corners);
    else if (event.key === 'Backspace' && this.mode === 'polygon') {
      this.corners.pop();
      this.shape.setLatLngs(this.corners);
    } else return;
    event.preventDefault();
  }
}

const box = (a, b) => [L.latLng(a.lat, a.lng), L.latLng(a.lat, b.lng), L.latLng(b.lat, b.lng), L.latLng(b.lat, a.lng)];
