// Edits on the map: rings and outlines where they hold, and places as the estimate has them.
import { BASIC, FAMILIES, token } from './families.js';
import { indexOf } from './place-index.js';
import { technologies } from './places-table.js';

const L = window.L;

export class EditMarks {
  /** The plan's own class bytes are to be set as kinds once they are there. */
  constructor(plan, places) {
    Object.assign(this, { plan, places, kinds: null, estimated: 0 });
    this.marks = L.layerGroup().addTo(places.map);
  }

  show(draft) {
    this.showHeld(draft.held);
    this.paintEstimate(draft.estimate?.services ?? {});
  }

  async showHeld(held) {
    const asked = (this.heldAsked = Symbol('marks')), { places } = this;
    const { ids } = held.some((each) => each.settlementIds.length) ? await indexOf(this.plan) : { ids: [] };
    if (this.heldAsked !== asked || !places.points) return;
    const { lat, lon } = places.points.data, at = new Map(ids.map((id, k) => [id, k]));
    const style = { color: token('--accent-map', places.map.getContainer()), weight: 2, dashArray: '3 3', fill: false, interactive: false };
    this.marks.clearLayers();
    for (const edit of held) {
      if (edit.area.length) L.polygon(edit.area.map(([x, y]) => [y, x]), style).addTo(this.marks);
      for (const id of edit.settlementIds) {
        const k = at.get(id);
        if (k !== undefined) L.circleMarker([lat[k], lon[k]], { ...style, radius: 10 }).addTo(this.marks);
      }
    }
  }

  /** Draws the places with the services of an estimate, by id; the others as the plan has them. */
  async paintEstimate(services) {
    const { places, plan, kinds: base } = this, changed = Object.keys(services);
    if (!places.points || !base || places.plan !== plan) return;
    const asked = (this.paintAsked = Symbol('paint'));
    const { ids } = changed.length ? await indexOf(plan) : { ids: [] };
    if (this.paintAsked !== asked || places.plan !== plan) return;
    const kinds = base.slice(), at = new Map(ids.map((id, k) => [id, k]));
    for (const id of changed) kinds[at.get(id)] = kindOf(services[id]);
    this.estimated = changed.length;
    places.setKinds(kinds);
  }
}

function kindOf({ technologyId, status }) {
  const family = technologyId ? technologies.get(technologyId)?.family ?? 'other' : 'none';
  const k = FAMILIES.findIndex((each) => each.id === family);
  return status === 'BASIC' ? k | BASIC : k;
}
