// One plan's places and network in panes of their own, so that plans on one map can be cut to a part of it.
import { NetworkLayer } from './network-layer.js';
import { PointsLayer } from './points-layer.js';

export class PlanLayers {
  /** name: prefix of the panes; points: decodePoints(); links: GET /api/v1/plans/{id}/links. */
  constructor(map, name, points, links) {
    this.map = map;
    this.pane = map.createPane(`${name}-plan`);
    this.pane.style.zIndex = 400;
    const [net, places, nodes] = ['net', 'places', 'nodes'].map((part, k) => {
      const pane = map.createPane(`${name}-${part}`, this.pane);
      Object.assign(pane.style, { zIndex: k, pointerEvents: 'none' });
      return `${name}-${part}`;
    });
    this.points = new PointsLayer(points, { pane: places }).addTo(map);
    this.network = new NetworkLayer(map, { net, nodes });
    this.network.setData(links);
  }

  show(on) {
    this.pane.style.display = on ? '' : 'none';
  }

  /** Shows only what lies between two columns of the map, in pixels of its frame; no arguments: all. */
  cut(from, to) {
    if (from === undefined) {
      this.pane.style.clipPath = '';
      return;
    }
    const { y } = this.map.getSize();
    const [a, b] = [[from, 0], [to, y]].map((corner) => this.map.containerPointToLayerPoint(corner));
    this.pane.style.clipPath = `polygon(${a.x}px ${a.y}px, ${b.x}px ${a.y}px, ${b.x}px ${b.y}px, ${a.x}px ${b.y}px)`;
  }
}
