// The line between two plans on one map: dragged, stepped by keys, or set by buttons.
import { percent } from './figures.js';
import * as view from './view-state.js';

const $ = (id) => document.getElementById(id);
const LABEL_FROM = 15; // per cent of the map that a plan's name needs

export class Swipe {
  /** left, right: PlanLayers of one map. */
  constructor(map, left, right) {
    Object.assign(this, { map, left, right, range: $('swipe'), on: false });
    if (view.get('t')) this.range.value = view.get('t');
    this.range.addEventListener('input', () => this.set(this.range.value));
    this.range.addEventListener('keydown', (event) => {
      const step = { PageUp: 10, PageDown: -10 }[event.key];
      if (!step) return;
      event.preventDefault();
      this.set(Number(this.range.value) + step);
    });
    document.querySelectorAll('[data-swipe]').forEach((button) => button.addEventListener('click', () => this.set(button.dataset.swipe)));
    map.on('move moveend resize', () => this.on && this.place());
  }

  show(on) {
    this.on = on;
    $('swipebar').hidden = $('line').hidden = !on;
    if (on) this.set(this.range.value);
    else [this.left, this.right].forEach((plan) => plan.cut());
  }

  /** share: per cent of the map that shows the first plan. */
  set(share) {
    this.range.value = share;
    $('swipeout').textContent = percent(this.range.value / 100);
    view.set({ t: Number(this.range.value) === 50 ? null : this.range.value });
    this.place();
  }

  place() {
    const { x: width, y: height } = this.map.getSize(), share = Number(this.range.value), x = (width * share) / 100;
    this.left.cut(0, x);
    this.right.cut(x, width);
    $('line').style.left = `${x - 1}px`;
    $('line').style.height = `${height}px`;
    $('line').hidden = share <= 0 || share >= 100;
    $('label-a').hidden = share < LABEL_FROM;
    $('label-b').hidden = share > 100 - LABEL_FROM;
  }
}
