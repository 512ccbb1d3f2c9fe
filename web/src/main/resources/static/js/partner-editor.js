// Partners as a form: who, as what, how much in each phase and under which clauses. What it holds is a partners' file.
import { getJson } from './api.js';
import { element, typedNumber } from './elements.js';
import { asTyped, usdInWords } from './figures.js';
import { clause, named, RULES } from './partner-clauses.js';
import { text } from './words.js';

const KINDS = ['donor', 'bank', 'ministry', 'universal-service-fund', 'operator'];
const INSTRUMENTS = ['grant', 'loan', 'guarantee', 'equity'];
const MILLION = 1e6;
let numbered = 0;

/** Money of one partner by phase, in its currency. */
export function byPhase(envelopes, phases) {
  return phases.map(([first, last]) => envelopes.filter((each) => each.firstYear <= last && each.lastYear >= first).reduce((sum, each) => sum + each.amount, 0));
}

export class PartnerEditor {
  constructor(form) {
    this.form = form;
    this.phases = form.dataset.phases.split(',').map((years) => years.split('-').map(Number));
    this.partners = [];
    this.countries = [];
    document.getElementById('add').addEventListener('click', () => this.take({ partners: [this.blank()] }));
  }

  /** Partners of the plan, where it has any, or of the answer that is shown. */
  async load(plan, funded) {
    const { partners } = this.form.dataset;
    if (partners) this.take(JSON.parse(partners), true);
    else if (funded) this.take(await getJson(`/plans/${plan}/files/partners.json`), true);
    else this.show();
  }

  blank() {
    return { letter: this.free('P'), name: text('ui.partners.new'), kind: 'donor', instrument: { type: 'grant' }, envelopes: [], conditions: [], assumed: ['envelopes', 'conditions'] };
  }

  /** The letter, or the first of its like that no partner has. */
  free(letter) {
    const taken = new Set(this.partners.map((each) => each.letter));
    if (!taken.has(letter)) return letter;
    for (let k = 1; k < 10; k++) if (!taken.has(letter[0] + k)) return letter[0] + k;
    return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((each) => !taken.has(each)) ?? letter;
  }

  /** Adds the partners of a file, or takes them in place of those there are. */
  take(file, instead = false) {
    if (instead) Object.assign(this, { partners: [], countries: file.countries ?? [] });
    for (const each of file.partners) {
      const partner = { currency: { code: 'USD', usdPerUnit: 1 }, conditions: [], carriesOver: true, source: '', assumed: [], ...structuredClone(each) };
      partner.letter = this.free(partner.letter);
      this.partners.push(partner);
    }
    this.show();
  }

  /** As it would be written: one envelope a phase. */
  file() {
    return { partners: this.partners, countries: this.countries };
  }

  show() {
    document.getElementById('rows').replaceChildren(...this.partners.map((partner) => this.row(partner)));
    document.getElementById('ask').disabled = this.partners.length === 0;
    document.getElementById('ask-why').hidden = this.partners.length > 0;
    this.say();
  }

  /** What is asked of whom, in one sentence. */
  say() {
    const total = this.partners.reduce((sum, { envelopes, currency }) => sum + envelopes.reduce((own, each) => own + each.amount, 0) * currency.usdPerUnit, 0);
    document.getElementById('sentence').textContent = this.partners.length
      ? text('ui.partners.sentence', usdInWords(total), this.partners.map((each) => each.name).join(', '), this.phases.length)
      : text('ui.partners.sentence-none');
    this.form.dispatchEvent(new Event('partnerschange'));
  }

  field(key, control) {
    const made = element('div', { className: 'field' }), label = element('label', {}, key);
    control.id = `partner-${++numbered}`;
    label.htmlFor = control.id;
    made.append(label, control);
    return made;
  }

  typed(value, onTyped, attributes = {}) {
    const made = element('input', { autocomplete: 'off', value, ...attributes });
    made.addEventListener('change', () => {
      onTyped(made.value);
      this.say();
    });
    return made;
  }

  chosen(values, value, key, onChosen) {
    const made = element('select');
    made.append(...values.map((each) => element('option', { value: each, selected: each === value }, text(`ui.partners.${key}.${each}`))));
    made.addEventListener('change', () => {
      onChosen(made.value);
      this.show();
    });
    return made;
  }

  row(partner) {
    const made = element('section', { className: 'prow' }), who = element('div'), money = element('div'), conds = element('div', { className: 'conds' });
    made.dataset.letter = partner.letter;
    made.setAttribute('aria-label', partner.name);
    const remove = element('button', { className: 'btn', type: 'button' }, text('ui.partners.remove'));
    remove.addEventListener('click', () => {
      this.partners.splice(this.partners.indexOf(partner), 1);
      this.show();
    });
    const { instrument, currency } = partner;
    who.append(
      this.field(text('ui.partners.letter'), this.typed(partner.letter, (typed) => (partner.letter = typed.trim().toUpperCase()), { maxLength: 2 })),
      this.field(text('ui.partners.partner'), this.typed(partner.name, (typed) => (partner.name = typed.trim()))),
      this.field(text('ui.partners.kind'), this.chosen(KINDS, partner.kind, 'kind-of', (kind) => (partner.kind = kind))),
      this.field(text('ui.partners.instrument'), this.chosen(INSTRUMENTS, instrument.type, 'as', (type) => {
        partner.instrument = type === 'loan' ? { type, rateRatio: .0125, tenorYears: 30, graceYears: 5 } : type === 'equity' ? { type, rateRatio: .1 } : { type };
      })));
    if (instrument.type === 'loan' || instrument.type === 'equity') {
      who.append(this.field(text('ui.partners.rate'), this.typed(asTyped(Math.round(instrument.rateRatio * 1e6) / 1e4), (typed) => (instrument.rateRatio = typedNumber(typed) / 100), { inputMode: 'decimal' })));
    }
    if (instrument.type === 'loan') {
      who.append(this.field(text('ui.partners.tenor'), this.typed(String(instrument.tenorYears), (typed) => (instrument.tenorYears = typedNumber(typed)), { inputMode: 'numeric' })),
        this.field(text('ui.partners.grace'), this.typed(String(instrument.graceYears), (typed) => (instrument.graceYears = typedNumber(typed)), { inputMode: 'numeric' })));
    }
    byPhase(partner.envelopes, this.phases).forEach((amount, t) => {
      const [first, last] = this.phases[t], control = this.typed(asTyped(amount / MILLION), (typed) => this.setAmount(partner, t, typedNumber(typed)), { inputMode: 'decimal' });
      control.dataset.phase = t + 1;
      money.append(this.field(text('ui.partners.million-in', currency.code, first, last), control));
    });
    money.append(this.field(text('ui.partners.currency'), this.typed(currency.code, (typed) => {
      partner.currency = typed.trim().toUpperCase() === 'USD' ? { code: 'USD', usdPerUnit: 1 } : { ...partner.currency, code: typed.trim().toUpperCase() };
      this.show();
    }, { maxLength: 3 })));
    if (currency.code !== 'USD') {
      money.append(this.field(text('ui.partners.usd-per'), this.typed(asTyped(currency.usdPerUnit), (typed) => (currency.usdPerUnit = typedNumber(typed)), { inputMode: 'decimal' })),
        this.field(text('ui.partners.rate-date'), this.typed(currency.date ?? '', (typed) => (currency.date = typed), { type: 'date' })));
    }
    this.clauses(partner, conds);
    made.append(who, money, conds, ...(partner.source ? [element('p', { className: 'small src' }, partner.source)] : []), remove);
    return made;
  }

  /** One envelope a phase takes the place of those that fell into it. */
  setAmount(partner, t, millions) {
    const amounts = byPhase(partner.envelopes, this.phases);
    amounts[t] = (millions ?? 0) * MILLION;
    partner.envelopes = this.phases.map(([firstYear, lastYear], k) => ({ firstYear, lastYear, amount: amounts[k] })).filter((each) => each.amount !== 0);
  }

  clauses(partner, into) {
    for (const condition of partner.conditions) {
      into.append(clause(condition, () => this.say(), () => {
        partner.conditions.splice(partner.conditions.indexOf(condition), 1);
        this.show();
      }));
    }
    const more = element('select', { className: 'cond add' });
    more.setAttribute('aria-label', text('ui.partners.add-clause'));
    more.append(element('option', { value: '' }, text('ui.partners.add-clause')), ...Object.keys(RULES).map((rule) => element('option', { value: rule }, named(rule))));
    more.addEventListener('change', () => {
      partner.conditions.push({ rule: more.value, ...structuredClone(RULES[more.value].start) });
      this.show();
    });
    into.append(more);
  }
}
