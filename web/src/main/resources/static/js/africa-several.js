// Countries chosen on the map of Africa, to be planned together.
import { token } from './families.js';
import { text } from './words.js';

const button = document.getElementById('several'), link = document.getElementById('plan-together');

export class Several {
  on = false;
  chosen = new Map();

  /** On or off; what was chosen is forgotten with it. */
  turn() {
    this.on = !this.on;
    if (!this.on) for (const [iso3, layer] of this.chosen) this.toggle(iso3, layer);
    button.setAttribute('aria-pressed', this.on);
  }

  toggle(iso3, layer) {
    const off = this.chosen.delete(iso3);
    if (!off) this.chosen.set(iso3, layer);
    layer.setStyle(off ? { fillOpacity: 0 } : { fillColor: token('--accent-map'), fillOpacity: .35 });
    const [first, ...others] = [...this.chosen.keys()].sort();
    link.hidden = !others.length;
    if (!others.length) return;
    link.href = `/scenario?country=${first}&with=${others.join(',')}`;
    link.textContent = text('ui.africa.plan-together', others.length + 1);
  }
}
