// Best value and proven bound against time, and their gap. uPlot comes only when a run is shown.
import { token } from './families.js';
import { plain } from './figures.js';
import { text } from './words.js';

const INCREMENTS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600];
let loading;

function load() {
  loading ??= new Promise((done, fail) => {
    const style = document.createElement('link'), script = document.createElement('script');
    style.rel = 'stylesheet';
    style.href = '/webjars/uplot/1.6.30/dist/uPlot.min.css';
    script.src = '/webjars/uplot/1.6.30/dist/uPlot.iife.min.js';
    script.onload = () => done(window.uPlot);
    script.onerror = () => fail(new Error('uPlot'));
    document.head.append(style, script);
  }).catch(() => {
    loading = null; // the line broke: the next step of the run asks again
  });
  return loading;
}

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
export { clock };

export class RunChart {
  /** inUnit(value): a value of the objective; the title names the unit. */
  constructor(inUnit) {
    this.inUnit = inUnit;
    this.time = [];
    this.value = [];
    this.bound = [];
    this.gap = [];
    this.host = document.getElementById('chart');
    this.gapHost = document.getElementById('gapchart');
    this.host.replaceChildren();
    this.gapHost.replaceChildren();
    new ResizeObserver(() => this.resize()).observe(this.host);
  }

  add({ elapsedSeconds, value, bound, gapRatio }) {
    if (this.isAnother(value ?? null, bound ?? null)) for (const each of [this.time, this.value, this.bound, this.gap]) each.length = 0;
    const last = this.time.at(-1);
    const at = last !== undefined && elapsedSeconds <= last ? last + 1e-3 : elapsedSeconds;
    this.time.push(at);
    this.value.push(value ?? null);
    this.bound.push(bound ?? null);
    this.gap.push(gapRatio ?? null);
    this.redraw();
  }

  /** A run that makes several plans starts anew with each: within one, nothing is lost that was proven or found. */
  isAnother(value, bound) {
    const known = (all) => all.findLast((each) => each !== null) ?? null;
    const before = known(this.bound), best = known(this.value);
    if (before === null) return false;
    if (bound === null) return true;
    if (best === null || value === null) return false;
    return before >= best ? bound > before * (1 + 1e-9) : bound < before * (1 - 1e-9);
  }

  async redraw() {
    if (this.time.length < 2) return;
    if (!this.plots) {
      const Plot = await load();
      if (!Plot) return;
      if (!this.plots) this.plots = this.make(Plot);
    }
    this.plots[0].setData([this.time, this.value, this.bound]);
    this.plots[1].setData([this.time, this.gap]);
  }

  make(Plot) {
    const font = `12px ${getComputedStyle(document.body).fontFamily}`;
    const axis = (own) => ({
      stroke: token('--ink-2'), font,
      grid: { stroke: token('--line'), width: 1 }, ticks: { stroke: token('--line'), width: 1 }, ...own,
    });
    const seconds = axis({ size: 28, gap: 3, incrs: INCREMENTS, values: (u, splits) => splits.map(clock) });
    const x = { time: false, range: (u, low, high) => [0, Math.max(high, 4)] };
    const width = this.host.clientWidth || 320;
    const top = new Plot({
      width, height: 240, legend: { show: false }, cursor: { points: { size: 7 } }, scales: { x },
      axes: [seconds, axis({ size: 64, values: (u, splits) => splits.map(this.inUnit) })],
      series: [{}, { stroke: token('--accent'), width: 2.5, spanGaps: true }, { stroke: token('--ink-2'), width: 1.5, dash: [6, 4], spanGaps: true }],
      bands: [{ series: [2, 1], fill: 'rgba(11,83,81,.10)' }],
    }, [this.time, this.value, this.bound], this.host);
    const below = new Plot({
      width, height: 120, legend: { show: false }, scales: { x, y: { range: (u, low, high) => [0, Math.max(high * 1.1, .01)] } },
      axes: [seconds, axis({ size: 64, values: (u, splits) => splits.map((v) => text('ui.number.percent', plain(v * 100, 1))) })],
      series: [{}, { stroke: token('--ink'), width: 2, fill: 'rgba(23,34,43,.07)', spanGaps: true }],
    }, [this.time, this.gap], this.gapHost);
    return [top, below];
  }

  resize() {
    const width = this.host.clientWidth;
    if (this.plots && width > 0) {
      this.plots[0].setSize({ width, height: 240 });
      this.plots[1].setSize({ width, height: 120 });
    }
  }
}
