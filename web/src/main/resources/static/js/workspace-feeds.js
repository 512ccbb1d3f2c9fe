// What feeds the plans: the sources of each layer in their ranks, what comes of them, and the choice that is kept.
import { getJson, postJson, putJson } from './api.js';
import { element } from './elements.js';
import { brief, people, percent, percentOf, whole } from './figures.js';
import { text } from './words.js';

/** A dataset that nobody gave a name bears its layer's, which is said in words. */
const called = (layer, name) => (name === layer.toLowerCase().replaceAll('_', '-') ? text(`ui.layer.${layer}`) : name);

/** Kilometres whole, counts in short. */
const length = (layer, value) => (['FIBRE_LINES', 'ROADS', 'GRID'].includes(layer) ? whole(value) : brief(value));

const USES = ['ALONE', 'REPLACE', 'FILL', 'ADD'];
const ONE = ['CENSUS', 'ELEVATION'];
/** What Kiungo carries: places as they are, or in modelled parts. They are the same people. */
const CARRIED = ['built-in', 'built-in-inside'];
const isCarried = ({ source }) => CARRIED.includes(source);
const WHOLE = .8, TRIED_AFTER_MS = 200;
const $ = (id) => document.getElementById(id);

export class FeedsPanel {
  constructor(country) {
    this.country = country;
    this.path = `/workspaces/${country}/choice`;
    this.partSaid = false;
    $('save').addEventListener('click', () => this.act(async () => {
      this.take(await putJson(this.path, { feeds: this.feeds() }));
      $('said').textContent = text('ui.workspace.saved');
    }));
    $('plan').addEventListener('click', (event) => {
      if (this.isPart() && !this.partSaid) event.preventDefault();
    });
  }

  start() {
    return this.act(async () => this.take(await getJson(this.path)));
  }

  async act(work) {
    try {
      await work();
      $('refused').hidden = true;
    } catch (error) {
      $('refused').hidden = false;
      $('refused').textContent = error.message;
    }
  }

  take(choice) {
    this.choice = choice;
    this.paint();
  }

  /** As a scenario has them; a layer of which nothing is used says so. */
  feeds() {
    return this.choice.layers.flatMap(({ layer, sources }) => {
      const used = sources.filter(({ use }) => use);
      return used.length
        ? used.map(({ source, use }) => ({ country: this.country, layer, source, use }))
        : [{ country: this.country, layer, source: 'none', use: 'ALONE' }];
    });
  }

  /** People of the plan are too few to be the country. */
  isPart() {
    const { total, reference } = this.of('SETTLEMENTS');
    return total < WHOLE * reference;
  }

  of(layer) {
    return this.choice.layers.find((each) => each.layer === layer);
  }

  /** Versions that are chosen while a newer one of their dataset is stored, by the source that is left out. */
  newer(layer) {
    const part = ({ source }) => source.split('/'), { sources } = this.of(layer);
    return new Map(sources.filter(({ use }) => use).flatMap((each) => {
      const [id, version] = part(each);
      const later = sources.find((other) => !other.use && part(other)[0] === id && Number(part(other)[1]) > Number(version));
      return later ? [[each, later]] : [];
    }));
  }

  use(layer, k, use) {
    const { sources } = this.of(layer);
    sources[k].use = use || null;
    sources.forEach((each, other) => {
      if (other === k || !each.use) return;
      const same = use && isCarried(each) && isCarried(sources[k]);
      if (use === 'ALONE' || same || (use && ONE.includes(layer))) each.use = null;
      else if (each.use === 'ALONE') each.use = isCarried(each) ? 'FILL' : 'REPLACE';
    });
    this.ask();
  }

  up(layer, k) {
    const { sources } = this.of(layer);
    sources.splice(k - 1, 0, ...sources.splice(k, 1));
    this.ask();
  }

  /** Asks the server what would come of it; the last question wins. */
  ask() {
    this.partSaid = false;
    $('said').textContent = '';
    this.paint();
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.act(async () => {
      const asked = (this.asked = {});
      const choice = await postJson(this.path, { feeds: this.feeds() });
      if (this.asked === asked) this.take(choice);
    }), TRIED_AFTER_MS);
  }

  paint() {
    const focused = document.activeElement?.dataset?.at;
    $('feeds').replaceChildren(...this.choice.layers.map((each) => this.section(each)));
    if (focused) document.querySelector(`[data-at="${focused}"]`)?.focus();
    const closed = this.isPart() && !this.partSaid;
    $('save').disabled = closed;
    closed ? $('plan').setAttribute('aria-disabled', 'true') : $('plan').removeAttribute('aria-disabled');
    $('plan').href = `/scenario?${new URLSearchParams({ country: this.country, feeds: JSON.stringify(this.feeds()) })}`;
    $('why').textContent = closed ? text('ui.workspace.decide-first') : '';
  }

  section(layer) {
    const part = layer.layer === 'SETTLEMENTS' && this.isPart();
    const doubtful = layer.layer === 'SETTLEMENTS' && this.choice.peopleDoubtful;
    const section = element('section', { className: part || doubtful ? 'feed warned' : 'feed' }), head = element('header');
    section.dataset.layer = layer.layer;
    const open = part && !this.partSaid, later = this.newer(layer.layer).size > 0, unknown = layer.layer === 'COVERAGE' && this.choice.unknownPlaces > 0;
    head.append(
      element('h2', {}, text(`ui.workspace.feed.${layer.layer}`)),
      element('span', { className: `badge ${open || doubtful || unknown || later ? 'warn' : 'ok'}` }, this.state(layer, { unknown, open, doubtful, later })),
    );
    const list = element('ol');
    if (layer.layer === 'COVERAGE') list.append(...this.choice.columns.map((each) => this.column(layer, each)));
    list.append(...layer.sources.map((source, k) => this.rank(layer, source, k)));
    section.append(head, list);
    if (layer.layer !== 'ELEVATION' && (layer.layer !== 'CENSUS' || layer.total > 0)) section.append(this.total(layer));
    this.newer(layer.layer).forEach((later, older) => section.append(this.waiting(layer, older, later)));
    if (part) section.append(this.alert(layer));
    return section;
  }

  /** In a word or a share whether a layer can be planned with. */
  state({ total, reference }, { unknown, open, doubtful, later }) {
    if (unknown || open) return text(unknown ? 'ui.workspace.unknown' : 'ui.workspace.decide');
    if (doubtful) return text('ui.workspace.share', percent(total / reference));
    return text(later ? 'ui.workspace.newer-waits' : 'ui.workspace.ready');
  }

  /** That a newer version waits, and the way to take it in the older one's place. */
  waiting({ layer, sources }, older, later) {
    const box = element('div', { className: 'alert' }), version = ({ source }) => source.split('/')[1];
    const take = element('button', { type: 'button', className: 'btn' }, text('ui.workspace.newer-take', version(later)));
    take.addEventListener('click', () => {
      later.use = older.use;
      sources.splice(sources.indexOf(later), 1);
      sources.splice(sources.indexOf(older), 1, later);
      this.ask();
    });
    box.append(element('p', {}, text('ui.workspace.newer', called(layer, later.name), version(later), version(older))), take);
    return box;
  }

  /** A column of places: it has no rank to change, and is left out with its places, or by areas that are used alone. */
  column({ sources }, { source, name, places, people: all }) {
    const line = element('li', { className: 'rank' }), words = element('span', {}, text('ui.workspace.column', `${called('SETTLEMENTS', name)} v${source.split('/')[1]}`));
    const alone = sources.some((each) => each.use === 'ALONE' && !isCarried(each));
    words.append(element('br'), element('small', {}, text(alone ? 'ui.workspace.column-alone' : 'ui.workspace.column-first', whole(places), people(all))));
    line.dataset.testid = 'coverage-column';
    line.append(element('span', { className: 'no' }, '·'), words);
    return line;
  }

  rank({ layer, sources }, { source, name, rows, sum, unit, use }, k) {
    const line = element('li', { className: use ? 'rank' : 'rank off' });
    const carried = source === 'built-in' ? text('ui.workspace.built-in') : text('ui.workspace.inside');
    const title = CARRIED.includes(source) ? carried : `${called(layer, name)} v${source.split('/')[1]}`;
    const words = element('span', {}, title);
    if (Number.isFinite(sum)) words.append(element('br'), element('small', {}, unit === 'RECORDS' ? text('ui.workspace.rows', whole(rows)) : text('ui.workspace.holds', text(`ui.workspace.sum.${unit}`, unit === 'KM' ? whole(sum) : brief(sum)), whole(rows))));
    const select = element('select', { ariaLabel: text('ui.workspace.use-of', title) });
    select.dataset.at = `${layer}-${source}`;
    select.append(...(ONE.includes(layer) ? USES.slice(0, 1) : USES).map((each) => new Option(text(`ui.workspace.use.${each}`), each)), new Option(text('ui.workspace.use.NONE'), ''));
    select.value = use ?? '';
    select.addEventListener('change', () => this.use(layer, k, select.value));
    const up = element('button', { type: 'button', className: 'btn icon plain', ariaLabel: text('ui.workspace.up', title), disabled: k === 0 || !use || !sources[k - 1].use }, '↑');
    up.addEventListener('click', () => this.up(layer, k));
    line.append(element('span', { className: 'no' }, use ? String(k + 1) : '–'), words, select, up);
    return line;
  }

  total({ layer, total, reference }) {
    const box = element('div', { className: 'total' }), share = reference > 0 ? total / reference : NaN;
    const said = layer === 'SETTLEMENTS'
      ? this.choice.peopleSaid || text('ui.workspace.total.SETTLEMENTS', whole(this.choice.places), people(total), people(reference), percent(share))
      : layer === 'COVERAGE'
        ? this.coverage(total, reference)
        : layer === 'CENSUS'
          ? text('ui.workspace.total.CENSUS', people(total), people(reference), percent(share))
          : text(`ui.workspace.total.${layer}`, length(layer, total), length(layer, reference));
    const words = element('span', { role: 'status' }, said);
    words.dataset.testid = `total-${layer}`;
    box.append(words);
    if (Number.isFinite(share)) box.append(element('meter', { max: 1, value: Math.min(1, share), ariaHidden: 'true' }));
    return box;
  }

  /** Who has 4G today, of those of whom a source tells it. */
  coverage(total, reference) {
    const { people: all, unknownPlaces, unknownPeople } = this.choice;
    const known = total > 0 || all > unknownPeople
      ? text('ui.workspace.total.COVERAGE', people(total), percentOf(total, all), people(reference)) : '';
    const unknown = unknownPlaces ? text('ui.data.effect-coverage-unknown', whole(unknownPlaces), people(unknownPeople)) : '';
    return [known, unknown].filter(Boolean).join(' ');
  }

  /** What would be missing, and the ways out in words. */
  alert({ layer, sources, total, reference }) {
    const box = element('div', { className: 'alert', role: 'alert' }), row = element('div', { className: 'row' });
    const { places } = this.choice;
    box.append(element('p', {}, text('ui.workspace.part', whole(places), people(total), people(reference), people(reference - total))));
    const keep = element('button', { type: 'button', className: 'btn' }, text('ui.workspace.keep-rest'));
    keep.addEventListener('click', () => {
      const rest = sources.find((each) => each.use && isCarried(each)) ?? sources.find(isCarried);
      sources.forEach((each) => {
        if (each === rest) each.use = 'FILL';
        else if (each.use) each.use = 'REPLACE';
      });
      sources.sort((a, b) => Number(isCarried(a)) - Number(isCarried(b)));
      this.ask();
    });
    const only = element('button', { type: 'button', className: 'btn', ariaPressed: String(this.partSaid) }, text('ui.workspace.only-these', whole(places)));
    only.dataset.at = `${layer}-only`;
    only.addEventListener('click', () => {
      this.partSaid = true;
      this.paint();
    });
    const kept = sources.some((each) => each.use === 'FILL' && isCarried(each)) && !sources.some(({ use }) => use === 'ALONE');
    const census = this.of('CENSUS')?.sources.filter(({ use }) => use) ?? [];
    const without = element('button', { type: 'button', className: 'btn' }, text('ui.workspace.census-without'));
    without.addEventListener('click', () => {
      census.forEach((each) => { each.use = null; });
      this.ask();
    });
    row.append(...(kept ? [] : [keep]), ...(census.length ? [without] : []), only);
    box.append(row);
    return box;
  }
}
