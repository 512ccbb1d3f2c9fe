// A question who pays: asked, waited for, its answer told, and kept as a plan only when that is wanted.
import { getJson, postJson } from './api.js';
import { element } from './elements.js';
import { gapPercent, people, plain, usd, usdInWords, whole } from './figures.js';
import { placeInQueue } from './job-place.js';
import { text } from './words.js';

const $ = (id) => document.getElementById(id);
const AGAIN_MS = 400;

/** What a partner pays in all: what comes in but for what is left. */
const spentUsd = ({ account }) => account.inUsd.reduce((sum, each) => sum + each, 0) - account.leftUsd;

/** Puts a question into the address, so that a copied link, and a page opened anew, show its answer. */
function address(id) {
  const query = new URLSearchParams(location.search);
  if (id) query.set('ask', id);
  else query.delete('ask');
  history.replaceState(null, '', `${location.pathname}${query.size ? `?${query}` : ''}${location.hash}`);
}

export class Ask {
  /** onChange(change): what falls and joins, null once the answer is put away. */
  constructor(plan, onChange) {
    Object.assign(this, { plan, onChange, state: 'none' });
    $('stop').addEventListener('click', () => this.id && postJson(`/fundings/${this.id}/stop`, {}).catch((error) => this.fail(error)));
  }

  start(question) {
    return this.follow(() => postJson(`/plans/${this.plan}/fundings`, question));
  }

  /** Shows what the address names, if it names anything: an answer, or a question that is under way. */
  async restore() {
    const id = new URLSearchParams(location.search).get('ask');
    if (id) await this.follow(() => getJson(`/fundings/${encodeURIComponent(id)}`));
  }

  async follow(ask) {
    $('refused').hidden = $('answer').hidden = true;
    this.work(true);
    try {
      let asked = await ask();
      this.id = asked.id;
      address(asked.id);
      while (asked.state === 'QUEUED' || asked.state === 'RUNNING') {
        await new Promise((later) => {
          setTimeout(later, AGAIN_MS);
        });
        asked = await getJson(`/fundings/${this.id}`);
        $('place').textContent = placeInQueue(asked);
      }
      if (asked.error) throw new Error(asked.error.detail);
      const answer = await getJson(`/fundings/${this.id}/answer`), { funded, asked: shown } = document.body.dataset;
      // where the plan names nobody, the server draws who would pay for what
      if (funded !== 'true' && shown !== asked.id && asked.planId === this.plan) location.reload();
      else this.show(answer, asked);
    } catch (error) {
      this.fail(error);
    } finally {
      this.work(false);
    }
  }

  work(on) {
    this.state = on ? 'working' : 'done';
    $('working').hidden = !on;
    $('nobody')?.toggleAttribute('hidden', on || !$('answer').hidden);
  }

  fail(error) {
    $('refused').textContent = error.message;
    $('refused').hidden = false;
    $('refused').scrollIntoView({ block: 'nearest' });
  }

  show(answer, asked) {
    this.answer = answer;
    const { totals, change, certificate } = answer, box = $('answer'), lost = change && change.peopleLost > change.peopleWon;
    const head = element('header', { className: 'row between' });
    const back = element('button', { className: 'btn', type: 'button' }, text('ui.partners.back'));
    back.addEventListener('click', () => this.close());
    head.append(element('h2', {}, this.title(asked)), back);
    box.className = `leavebox ${lost ? '' : 'won'}`;
    const sums = [usdInWords(totals.fundedUsd), usdInWords(totals.costUsd), whole(totals.projectsFunded), whole(totals.projects), people(totals.peopleServed + totals.peopleBasic)];
    box.replaceChildren(head, element('p', { className: 'lead' }, change ? this.sentence(change) : text('ui.partners.would', ...sums)));
    if (change) box.append(element('p', {}, text('ui.partners.would', ...sums)));
    box.append(element('p', { className: 'gap' }, certificate.gapRatio > 0 ? text('ui.partners.gap', gapPercent(certificate.gapRatio)) : text('ui.partners.gap-none')));
    if (answer.laterUsd > 0) box.append(element('p', { className: 'small' }, text('ui.partners.later', usd(answer.laterUsd))));
    const lists = element('div', { className: 'three' });
    this.list(lists, 'ui.partners.spends', answer.payers.map((each) => [`${each.letter} · ${each.name}`, usd(spentUsd(each))]));
    if (change) {
      this.list(lists, 'ui.partners.lost-districts', change.districts.map((each) => [each.district || '–', whole(each.people)]));
      this.list(lists, 'ui.partners.lost-places', change.places.map((each) => [each.name || each.id, whole(each.people)]));
      this.list(lists, 'ui.partners.fell', change.projects.fell.map((each) => [each.name, whole(each.people)]));
      this.list(lists, 'ui.partners.joined', change.projects.joined.map((each) => [each.name, whole(each.people)]));
    } else {
      this.list(lists, 'ui.partners.not-paid', answer.projects.filter((row) => Object.keys(row.paidUsd).length === 0).map((row) => [row.project.name, whole(row.project.peopleServed + row.project.peopleBasic)]));
    }
    this.list(lists, 'ui.partners.unused', answer.payers.filter((each) => each.account.leftUsd >= 1).map((each) => [`${each.letter} · ${each.name}`, usd(each.account.leftUsd)]));
    box.append(lists, this.relaxed(answer), this.actions());
    // the same sentences
    if (document.body.dataset.asked) for (const each of document.querySelectorAll('#lead, #later')) each.hidden = true;
    box.hidden = false;
    box.focus();
    this.onChange(change);
  }

  title({ without = [] }) {
    const option = document.querySelector(`#who option[value="${CSS.escape(without[0] ?? '')}"]`);
    return option ? text('ui.partners.if', option.textContent) : text('ui.partners.if-asked');
  }

  sentence({ peopleLost, peopleWon, projects: { fell, joined } }) {
    const key = peopleLost > 0 ? 'lose' : peopleWon > 0 ? 'win' : 'same';
    return text(`ui.partners.${key}`, people(key === 'win' ? peopleWon : peopleLost), whole(fell.length), whole(joined.length));
  }

  list(into, key, rows) {
    if (!rows.length) return;
    const part = element('section'), lines = element('ul');
    for (const [name, figure] of rows.slice(0, 10)) {
      const line = element('li');
      line.append(element('span', {}, name), element('span', { className: 'num' }, figure));
      lines.append(line);
    }
    part.append(element('h3', {}, text(key)), lines);
    if (rows.length > 10) part.append(element('p', { className: 'small' }, text('ui.partners.more', whole(rows.length - 10))));
    into.append(part);
  }

  /** What would bring most of what nobody pays for. */
  relaxed({ relaxations }) {
    const [first] = relaxations;
    if (!first) return '';
    const { partner, envelopeUsd, morePeople } = first.found;
    return element('p', { className: 'bind' }, first.sentence
      ? text('ui.partners.brings-rule', partner, first.sentence, plain(morePeople, 0))
      : text('ui.partners.brings-money', partner, usd(envelopeUsd), plain(morePeople, 0)));
  }

  actions() {
    const row = element('div', { className: 'row' });
    for (const [key, go, main] of [['keep', (id) => `/plans/${id}/partners`, true], ['compare', (id) => `/compare?country=${document.body.dataset.country}&a=${this.plan}&b=${id}`, false]]) {
      const button = element('button', { className: main ? 'btn primary' : 'btn', type: 'button', id: key }, text(`ui.partners.${key}`));
      button.addEventListener('click', () => this.keep(go));
      row.append(button);
    }
    return row;
  }

  async keep(go) {
    try {
      location.assign(go((await postJson(`/fundings/${this.id}/plan`, {})).id));
    } catch (error) {
      this.fail(error);
    }
  }

  close() {
    $('answer').hidden = true;
    address(null);
    if (document.body.dataset.asked) location.reload();
    this.onChange(null);
  }
}
