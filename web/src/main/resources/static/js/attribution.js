// Which change brings how much: begun, followed, stopped, and found again by whoever opens the page later.
import { getJson, postJson } from './api.js';
import { element } from './elements.js';
import { brief, percent, signed, usd, whole } from './figures.js';
import { joined, more, text } from './words.js';

const ASK_EVERY_MS = 700, LEAST = .5, MOST_PAIRS = 10;
const OPEN = ['QUEUED', 'RUNNING'];
const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

const metricsOf = ({ publicKnown }) => [['peopleStandard', brief], ['peopleBasic', brief], ['lifetimeCostUsd', usd], ...(publicKnown ? [['publicUsd', usd]] : [])];

function row(name, cells, cell, scope) {
  const made = element('tr');
  made.append(element('th', { scope }, name), ...cells.map((words) => element(cell, { className: 'n num' }, words)));
  return made;
}

function table(attribution, id, first) {
  const made = element('table', { className: 'tbl' }), body = made.createTBody();
  made.dataset.testid = id;
  made.createTHead().append(row(first, metricsOf(attribution).map(([metric]) => text(`ui.attribution.${metric}`)), 'th', 'col'));
  const cells = (sums) => metricsOf(attribution).map(([metric, shown]) => signed(sums[metric], shown));
  return { made, body, cells };
}

/** On a narrow screen a table is moved sideways, by keys too. */
function wide(made, label) {
  const around = element('div', { className: 'tblscroll', tabIndex: 0 });
  around.setAttribute('role', 'region');
  around.setAttribute('aria-label', label);
  around.append(made);
  return around;
}

/** Greys the figures that are smaller than what the plans behind them may be off by; says whether there are any. */
function greyed(line, attribution, share, margin) {
  const grey = metricsOf(attribution).map(([metric]) => share[metric] !== 0 && !(margin && margin[metric] !== null && Math.abs(share[metric]) > margin[metric]));
  [...line.querySelectorAll('td')].forEach((cell, k) => cell.classList.toggle('greyed', grey[k]));
  return grey.some(Boolean);
}

/** What assumptions bring together, and what decisions do, where there are both. */
function byKind({ attribution, kinds }, cells) {
  const shares = (assumed) => attribution.parts.filter((part, k) => (kinds[k] === 'ASSUMPTION' || kinds[k] === 'DATA') === assumed).map((part) => part.shapley ?? part.inOrder);
  const [assumed, decided] = [shares(true), shares(false)];
  const sum = (parts) => Object.fromEntries(Object.keys(attribution.total).map((metric) => [metric, parts.reduce((all, part) => all + part[metric], 0)]));
  if (!assumed.length || !decided.length) return [];
  return [['assumed', assumed], ['decided', decided]].map(([kind, parts]) => {
    const line = row(text(`ui.attribution.${kind}`), cells(sum(parts)), 'td', 'row');
    line.dataset.kind = kind;
    return line;
  });
}

function changes({ attribution, names, kinds }) {
  const { made, body, cells } = table(attribution, 'attributed', text('ui.attribution.choice'));
  let indistinct = false;
  attribution.parts.forEach((part, k) => {
    const share = part.shapley ?? part.inOrder;
    const line = row(names[k], cells(share), 'td', 'row');
    line.dataset.people = share.peopleStandard;
    line.title = text('ui.attribution.alone', joined(cells(part.alone)));
    indistinct = greyed(line, attribution, share, part.margin) || indistinct;
    body.append(line);
  });
  body.append(...byKind({ attribution, kinds }, cells));
  const total = row(text('ui.attribution.total'), cells(attribution.total), 'td', 'row');
  total.dataset.total = attribution.total.peopleStandard;
  indistinct = greyed(total, attribution, attribution.total, attribution.margin) || indistinct;
  body.append(total);
  return [wide(made, text('ui.attribution.choice')), ...(indistinct ? [element('p', { className: 'small' }, text('ui.attribution.indistinct'))] : [])];
}

/** Which two changes strengthen or replace one another, the strongest first. */
function pairs({ attribution, names }) {
  const metrics = metricsOf(attribution).map(([metric]) => metric);
  const size = ({ beyond }) => Math.max(Math.abs(beyond.peopleStandard), Math.abs(beyond.peopleBasic));
  const all = attribution.pairs.filter(({ beyond }) => metrics.some((metric) => Math.abs(beyond[metric]) >= LEAST)).sort((a, b) => size(b) - size(a));
  if (attribution.parts.length < 2 || attribution.parts.some((part) => !part.shapley)) return [];
  if (!all.length) return [element('p', { className: 'small' }, text('ui.attribution.pairs-none'))];
  const { made, body, cells } = table(attribution, 'attributed-pairs', text('ui.attribution.pair'));
  body.append(...all.slice(0, MOST_PAIRS).map(({ first, second, beyond }) => row(text('ui.attribution.both', names[first], names[second]), cells(beyond), 'td', 'row')));
  const about = all.length > MOST_PAIRS ? [element('p', { className: 'small' }, text('ui.attribution.pairs-shown', whole(MOST_PAIRS), whole(all.length)))] : [];
  return [element('h3', {}, text('ui.attribution.pairs')), element('p', { className: 'small' }, text('ui.attribution.pairs-about')), wide(made, text('ui.attribution.pairs')), ...about];
}

export class AttributionPane {
  /** root: a section with a button and a place for the answer. path(): its address. before(): what is to be kept first. */
  constructor(root, { path, before = async () => {} }) {
    Object.assign(this, { path, before, button: root.querySelector('button'), answer: root.querySelector('[data-answer]') });
    this.button.addEventListener('click', () => this.begin());
  }

  /** Shows what was asked for before, if anything was. */
  async restore() {
    this.clear();
    const path = this.path(), turn = this.turn;
    const found = path && await getJson(path).catch(() => null);
    if (this.turn === turn && found?.state) await this.follow(path, found, turn);
  }

  clear() {
    this.turn = Symbol('turn');
    this.button.hidden = false;
    this.button.disabled = false;
    this.answer.replaceChildren();
  }

  async begin() {
    this.clear();
    const { turn } = this;
    this.button.disabled = true;
    try {
      await this.before();
      const path = this.path();
      const begun = await postJson(path, {});
      // who leaves the page is told when it ends
      import('./runs-bell.js').then(() => dispatchEvent(new CustomEvent('kiungo:job', { detail: begun.id })));
      if (this.turn === turn) await this.follow(path, begun, turn);
    } catch (error) {
      await this.fail(error, turn);
    }
  }

  async follow(path, begun, turn) {
    await more('attribution');
    const done = element('progress', { max: 1, value: 0 }), told = element('p', { className: 'small' }), stop = element('button', { type: 'button', className: 'btn' }, text('ui.attribution.stop'));
    done.setAttribute('aria-label', text('ui.attribution.running'));
    stop.dataset.stop = '';
    stop.addEventListener('click', () => {
      stop.disabled = true;
      postJson(path.replace(/(?=\?|$)/, '/stop'), {}).catch((error) => this.fail(error, turn));
    });
    let found = begun;
    if (OPEN.includes(found.state) && this.turn === turn) {
      this.button.hidden = true;
      this.answer.replaceChildren(done, told, stop);
    }
    while (OPEN.includes(found.state)) {
      done.value = found.doneRatio;
      told.textContent = found.state === 'QUEUED' ? text('ui.attribution.waits', whole(found.before)) : text('ui.attribution.done', percent(found.doneRatio));
      await pause(ASK_EVERY_MS);
      if (this.turn !== turn) return;
      found = await getJson(path).catch(() => found); // the server may be away for a moment: ask again
    }
    if (this.turn === turn) this.end(found, turn);
  }

  end(found, turn) {
    if (found.state === 'FINISHED') {
      this.button.hidden = true;
      const { attribution } = found, byShares = attribution.parts.every((part) => part.shapley);
      this.answer.replaceChildren(...changes(found), element('p', { className: 'small' }, text(byShares ? 'ui.attribution.about' : 'ui.attribution.in-order', attribution.plans)), ...pairs(found));
    } else if (found.state === 'STOPPED') {
      this.button.hidden = this.button.disabled = false;
      this.answer.replaceChildren(element('p', { className: 'small' }, text('ui.attribution.stopped')));
    } else {
      this.fail(new Error(found.detail), turn);
    }
  }

  async fail(error, turn) {
    await more('attribution');
    if (this.turn !== turn) return;
    this.button.hidden = this.button.disabled = false;
    this.answer.replaceChildren(element('p', { className: 'bind' }, error.message));
  }
}
