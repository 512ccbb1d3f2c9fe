// The table beside the map: the same places, filtered by the server with the filter the map shows.
import { getJson } from './api.js';
import { percent, usd, whole } from './figures.js';
import { symbol } from './families.js';
import { placeName } from './place-index.js';
import { joined, text } from './words.js';

const LIMIT = 50;

/** Names and families of technologies, which the page carries for its scripts. */
export const technologies = new Map(
  [...(document.getElementById('technology-names')?.content.children ?? [])].map((each) =>
    [each.dataset.id, { name: each.textContent, family: each.dataset.family }]));

export class PlacesTable {
  /** bounds(): the map's view; onSelect(item): a row was chosen; onFilter(filter): fields changed. */
  constructor({ bounds, onSelect, onFilter }) {
    this.bounds = bounds;
    this.onSelect = onSelect;
    this.onFilter = onFilter;
    this.body = document.querySelector('#places tbody');
    this.count = document.getElementById('tablecount');
    this.form = document.getElementById('filter');
    this.pages = [''];
    let pause;
    this.form.addEventListener('input', () => {
      clearTimeout(pause);
      pause = setTimeout(() => this.restart(), 250);
    });
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.previous = document.getElementById('previous');
    this.next = document.getElementById('next');
    this.previous.addEventListener('click', () => { this.pages.pop(); this.load(); });
    this.next.addEventListener('click', () => { this.pages.push(this.cursor); this.load(); });
  }

  setPlan(id) {
    if (!id) return;
    this.plan = id;
    this.restart();
  }

  restart() {
    this.pages = [''];
    this.onFilter(this.filter());
    this.load();
  }

  /** A column more: {title, of(item)}; null takes it away. */
  setExtra(extra) {
    this.extra = extra;
    const head = document.querySelector('#places thead tr');
    head.querySelector('.extra')?.remove();
    if (extra) {
      const th = document.createElement('th');
      th.scope = 'col';
      th.className = 'n extra';
      th.textContent = extra.title;
      head.append(th);
    }
    if (this.items) this.body.replaceChildren(...this.items.map((item) => this.row(item)));
  }

  /** The view has moved: only matters when the table is limited to it. */
  moved() {
    if (this.form.elements.inView.checked) {
      this.pages = [''];
      this.load();
    }
  }

  filter() {
    const { q, status, technology, inView } = this.form.elements;
    return {
      q: q.value.trim(), status: status.value, technology: technology.value,
      family: technology.selectedOptions[0]?.dataset.family || '', inView: inView.checked,
    };
  }

  query(limit, cursor) {
    const { q, status, technology, inView } = this.filter();
    const query = new URLSearchParams({ limit, sort: '-population' });
    for (const [name, value] of Object.entries({ q, status, technology, cursor })) {
      if (value) query.set(name, value);
    }
    if (inView) {
      const b = this.bounds();
      query.set('bbox', [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()].join(','));
    }
    return query;
  }

  async load() {
    const asked = (this.asked = Symbol('request'));
    this.count.textContent = text('ui.table.loading');
    try {
      const answer = await getJson(`/plans/${this.plan}/settlements?${this.query(LIMIT, this.pages.at(-1))}`);
      if (this.asked === asked) this.show(answer);
    } catch (error) {
      if (this.asked === asked) this.failed(error);
    }
  }

  /** Why there are no rows; they may be asked for again. */
  failed(error) {
    const again = Object.assign(document.createElement('button'), { type: 'button', className: 'linkish', textContent: text('ui.table.again') });
    again.addEventListener('click', () => this.load());
    this.count.replaceChildren(text('ui.table.failed', error.message), ' ', again);
  }

  show({ items, next, total }) {
    this.cursor = next;
    this.items = items;
    this.body.replaceChildren(...items.map((item) => this.row(item)));
    const first = (this.pages.length - 1) * LIMIT;
    this.count.dataset.total = total;
    this.count.textContent = total === 0
      ? text('ui.table.empty')
      : text('ui.table.count', whole(first + 1), whole(first + items.length), whole(total));
    this.previous.disabled = this.pages.length === 1;
    this.next.disabled = !next;
  }

  row(item) {
    const row = document.createElement('tr');
    row.dataset.id = item.settlementId;
    const name = document.createElement('th');
    name.scope = 'row';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'linkish';
    button.textContent = placeName(item);
    button.title = text('ui.table.show-on-map', button.textContent);
    button.addEventListener('click', () => this.onSelect(item));
    name.append(button);
    if (item.modelled) name.append(' ', tag(text('ui.table.modelled')));
    row.append(name, cell(item.district), cell(whole(item.population), true), serviceCell(item),
      cell(item.peopleServed > 0 ? whole(item.peopleServed) : '–', true),
      cell(item.allocatedLifetimeCostUsd > 0 ? usd(item.allocatedLifetimeCostUsd) : '–', true),
      cell(item.roundTripMs > 0 ? text('ui.table.ms', whole(item.roundTripMs)) : '–', true));
    if (this.extra) row.append(cell(this.extra.of(item), true));
    return row;
  }
}

function cell(content, number) {
  const td = document.createElement('td');
  if (number) td.className = 'n num';
  td.textContent = content ?? '';
  return td;
}

function tag(word) {
  const span = document.createElement('span');
  span.className = 'tag quiet';
  span.textContent = word;
  return span;
}

/** How a place is served, in words: technology and status, or why not; where some see a mast and others do not, by part. */
export function serviceWords(item) {
  if (item.parts?.length) {
    return joined(item.parts.map((part) => text('ui.place.part', percent(part.shareRatio), serviceWords(part))));
  }
  const status = text(`ui.status.${item.status}`);
  if (item.status === 'UNSERVED') {
    return item.reason ? text('ui.place.why-not', status, text(`ui.reason.${item.reason}`)) : status;
  }
  if (item.status === 'BASELINE') {
    return item.reason ? text('ui.place.most-served', status, text(`ui.reason.${item.reason}`)) : status;
  }
  const technology = technologies.get(item.technologyId);
  return technology ? text('ui.place.service', technology.name, status) : status;
}

function serviceCell(item) {
  const td = document.createElement('td'), line = document.createElement('span');
  line.className = 'svc';
  const family = item.status === 'BASELINE' ? 'base'
    : item.status === 'UNSERVED' ? 'none' : technologies.get(item.technologyId)?.family ?? 'other';
  line.append(symbol(family), serviceWords(item));
  td.append(line);
  return td;
}
