// A canvas over the map that is drawn anew after each move, in a pane of the map.
const L = window.L;

/** Mercator of a zoom-0 world that is 1 wide. */
export const project = (lon, lat) => {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + .5, .5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
};

export const CanvasLayer = L.Layer.extend({
  /** draw(context, at, size, map): at(lon, lat) gives [x, y] in pixels of the map's frame. */
  initialize(pane, draw) {
    this.pane = pane;
    this.paint = draw;
  },

  onAdd(map) {
    this.canvas = L.DomUtil.create('canvas', 'leaflet-zoom-hide', map.getPane(this.pane));
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
    const { canvas } = this, size = map.getSize(), dpr = devicePixelRatio || 1;
    Object.assign(canvas, { width: size.x * dpr, height: size.y * dpr });
    Object.assign(canvas.style, { width: `${size.x}px`, height: `${size.y}px` });
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
    const context = canvas.getContext('2d'), world = 256 * 2 ** map.getZoom(), corner = map.getPixelBounds().min;
    context.scale(dpr, dpr);
    this.paint(context, (lon, lat) => {
      const [x, y] = project(lon, lat);
      return [x * world - corner.x, y * world - corner.y];
    }, size, map);
  },
});

/** Diagonal lines, as the legend's hatch has them. */
export function hatch(context, colour, width, gap) {
  const side = gap * 4, tile = document.createElement('canvas');
  Object.assign(tile, { width: side, height: side });
  const lines = tile.getContext('2d');
  Object.assign(lines, { strokeStyle: colour, lineWidth: width });
  for (let i = -side; i < side * 2; i += gap) {
    lines.beginPath();
    lines.moveTo(i, side);
    lines.lineTo(i + side, 0);
    lines.stroke();
  }
  return context.createPattern(tile, 'repeat');
}
