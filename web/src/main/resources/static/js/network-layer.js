// What exists and what the plan builds: fibre lines, links by medium, access sites, network nodes.
import { token } from './families.js';
import { isUp, linkPaths } from './link-paths.js';

const L = window.L;
const SITES_FROM_AFAR = 2000;
const ASSUMED_FROM_AFAR = 60, ASSUMED_FROM_ZOOM = 9.5;
const back = (lines) => [...lines].map((line) => line.map(([lon, lat]) => [lat, lon]));

export class NetworkLayer {
  /** panes: where lines and what stands above the places are drawn. */
  constructor(map, { net = 'net', nodes = 'nodes' } = {}) {
    this.map = map;
    this.group = L.layerGroup().addTo(map);
    this.renderer = L.canvas({ pane: net, padding: .6 });
    this.above = L.canvas({ pane: nodes, padding: .6 });
    this.hidden = new Set();
  }

  /** data: GET /api/v1/plans/{id}/links. */
  setData(data) {
    this.data = data;
    this.paint();
  }

  /** services: GeoJSON of placed e-services, or null. */
  setServices(services) {
    this.services = services;
    this.paint();
  }

  /** part: fibreToday, fibreOther, the id of a medium, secondWays, crossings, sites, nodes, services. */
  toggle(part, on) {
    on ? this.hidden.delete(part) : this.hidden.add(part);
    this.paint();
  }

  paint() {
    this.group.clearLayers();
    const { data } = this, colour = (name) => token(name, this.map.getContainer());
    if (data) {
      if (data.crossings && !this.hidden.has('crossings')) this.line(back(data.crossings), { color: colour('--accent-map'), weight: 9, opacity: .45 });
      this.paintLines(data, colour);
      if (data.secondWays && !this.hidden.has('secondWays')) {
        this.line(back(data.secondWays), { color: colour('--m-second'), weight: 2.2, dashArray: '6 3 1.5 3' });
      }
      if (!this.hidden.has('sites')) this.paintSites(data, colour);
      if (!this.hidden.has('nodes')) this.paintNodes(data, colour);
    }
    if (this.services && !this.hidden.has('services')) this.paintServices(colour);
  }

  line(lines, style) {
    L.polyline(lines, { renderer: this.renderer, interactive: false, ...style }).addTo(this.group);
  }

  paintLines(data, colour) {
    if (!this.hidden.has('fibreOther')) {
      this.line(back(data.fibreUnknown ?? []), { color: colour('--m-fibre'), weight: 1.1, opacity: .7, dashArray: '1 4' });
      this.line(back(data.fibrePlanned ?? []), { color: colour('--m-fibre'), weight: 1.1, opacity: .7, dashArray: '7 3 1 3' });
    }
    if (!this.hidden.has('fibreToday')) {
      this.line(back(data.fibreLines), { color: colour('--m-halo'), weight: 3, opacity: .75 });
      this.line(back(data.fibreLines), { color: colour('--m-fibre'), weight: 1.3 });
    }
    data.media.forEach((medium, index) => {
      if (this.hidden.has(medium)) return;
      const links = data.links.filter((link) => link[4] === index);
      const lines = back(linkPaths(data, index));
      const look = colour(`--l-${medium}`) ? `--l-${medium}` : '--l-other';
      const weight = Number(colour(`${look}-width`)), dashArray = colour(`${look}-dash`) || null;
      if (!dashArray) this.line(lines, { color: colour('--m-halo'), weight: weight + 1.8 });
      this.line(lines, { color: colour(look), weight, dashArray });
      for (const [lon, lat] of links.filter(isUp)) {
        new Upward([lat, lon], {
          renderer: this.above, interactive: false, radius: 3.4, weight: .8,
          color: colour('--m-halo'), fillColor: colour(look), fillOpacity: 1,
        }).addTo(this.group);
      }
    });
  }

  /** A dot within the symbol of the place where a site stands, so that how the place is served stays to be seen. */
  paintSites(data, colour) {
    const near = this.map.getZoom() >= 7.5;
    if (!near && data.sites.length > SITES_FROM_AFAR) return;
    for (const [lon, lat] of data.sites) {
      L.circleMarker([lat, lon], {
        renderer: this.above, interactive: false, radius: near ? 1.9 : 1.4, stroke: false,
        fillColor: colour('--m-fibre'), fillOpacity: 1,
      }).addTo(this.group);
    }
  }

  /** Assumed nodes, one at each town that is covered, would hide the places from afar where there are many. */
  paintNodes(data, colour) {
    const many = data.nodes.filter(([, , assumed]) => assumed).length > ASSUMED_FROM_AFAR;
    const leftOut = many && this.map.getZoom() < ASSUMED_FROM_ZOOM;
    for (const [lon, lat, assumed] of data.nodes) {
      if (assumed && leftOut) continue;
      new Diamond([lat, lon], {
        renderer: this.above, interactive: false, radius: 6, weight: 1.4,
        color: colour('--m-fibre'), fillColor: colour(assumed ? '--m-halo' : '--m-fibre'), fillOpacity: 1,
      }).addTo(this.group);
    }
  }

  paintServices(colour) {
    for (const { geometry } of this.services.features) {
      const [lon, lat] = geometry.coordinates;
      new Star([lat, lon], {
        renderer: this.above, interactive: false, radius: 7, weight: 1.2,
        color: colour('--m-halo'), fillColor: colour('--accent-map'), fillOpacity: 1,
      }).addTo(this.group);
    }
  }
}

/** A marker that is not a circle: corners as multiples of its radius. */
const Shape = L.CircleMarker.extend({
  _updatePath() {
    const renderer = this._renderer;
    if (!renderer._drawing || this._empty()) return;
    const context = renderer._ctx, { x, y } = this._point, r = this._radius;
    context.beginPath();
    this.corners.forEach(([dx, dy], k) =>
      k ? context.lineTo(x + dx * r, y + dy * r) : context.moveTo(x + dx * r, y + dy * r));
    context.closePath();
    renderer._fillStroke(context, this);
  },
});
/** Over the dot of a site that is fed by satellite: nothing runs between places. */
const Upward = Shape.extend({ corners: [[0, -2.6], [1, -1], [-1, -1]] });
const Diamond = Shape.extend({ corners: [[0, -1], [1, 0], [0, 1], [-1, 0]] });
const Star = Shape.extend({
  corners: Array.from({ length: 10 }, (_, k) => {
    const angle = -Math.PI / 2 + (k * Math.PI) / 5, r = k % 2 ? .5 : 1.15;
    return [Math.cos(angle) * r, Math.sin(angle) * r];
  }),
});
