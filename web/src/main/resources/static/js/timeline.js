// The years of a programme: the chart is slider and legend; whoever listens hears the year that is chosen.
import { text } from './words.js';
import * as view from './view-state.js';

const STEP_MS = 1200;
const PAGES = { PageDown: 1, PageUp: -1 };

export class Timeline {
  /** host: fragments/programme :: timeline, or several under one slider; years: of the API; say(year): what stands then, in words; onYear(year). */
  constructor(host, years, { say, onYear }) {
    Object.assign(this, { host, years, say, onYear });
    this.range = host.querySelector('#year');
    this.button = host.querySelector('#play');
    host.classList.add('js');
    host.querySelector('.slider').hidden = this.button.hidden = false;
    // the thumb stands over its column
    const half = 50 / years.length;
    this.range.style.paddingInline = `calc(${half}% - 8px)`;
    this.range.addEventListener('input', () => {
      this.stop();
      this.choose(Number(this.range.value));
    });
    this.range.addEventListener('keydown', (event) => this.page(event));
    this.button.addEventListener('click', () => (this.timer ? this.stop() : this.play()));
    host.addEventListener('click', ({ target }) => {
      const column = target.closest('td[data-year]');
      if (column) this.choose(Number(column.dataset.year));
    });
    const kept = Number(view.get('y'));
    this.choose(years.some(({ year }) => year === kept) ? kept : years.at(-1).year);
  }

  /** Shows a year and tells it; the last one, when everything stands, is no part of the address. */
  choose(year) {
    this.year = year;
    this.range.value = year;
    const said = this.say(year);
    this.range.setAttribute('aria-valuetext', said);
    this.host.querySelector('#year-out').textContent = said;
    for (const cell of this.host.querySelectorAll('[data-year]')) {
      cell.classList.toggle('on', Number(cell.dataset.year) === year);
      cell.classList.toggle('off', Number(cell.dataset.year) > year);
    }
    view.set({ y: year === this.years.at(-1).year ? null : year });
    this.onYear(year);
  }

  /** Page keys go from the end of one phase to that of the next. */
  page(event) {
    const way = PAGES[event.key];
    if (!way) return;
    event.preventDefault();
    this.stop();
    const ends = this.years.filter(({ phase }, k) => this.years[k + 1]?.phase !== phase).map(({ year }) => year);
    const next = way > 0 ? ends.find((year) => year > this.year) : ends.findLast((year) => year < this.year);
    if (next) this.choose(next);
  }

  /** From the chosen year on, or from the first when the last is chosen. */
  play() {
    if (this.year === this.years.at(-1).year) this.choose(this.years[0].year);
    this.timer = setInterval(() => {
      if (this.year < this.years.at(-1).year) this.choose(this.year + 1);
      if (this.year === this.years.at(-1).year) this.stop();
    }, STEP_MS);
    this.showPlaying(true);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = 0;
    this.showPlaying(false);
  }

  showPlaying(on) {
    this.button.setAttribute('aria-pressed', on);
    this.button.textContent = text(on ? 'ui.programme.pause' : 'ui.programme.play');
  }
}
