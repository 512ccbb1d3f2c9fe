// Questions about an import as a whole: each with its figures and the buttons that answer it.
import { answers, give, isAnswered, show, takeBack, wholeAnswer } from './judge-answers.js';
import { people, plain, whole } from './figures.js';
import { text } from './words.js';

const $ = (id) => document.getElementById(id);
const words = new Map([...$('column-words').content.children].map((each) => [each.dataset.column, each.textContent]));
const SMALL = 1000;

const make = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

/**
 * Shows the questions of an answer; onAnswer() is called once another one is given, and says whether the server took it:
 * one that it refuses is not kept. onLayer(label) is called where the file is to be read as another layer. Returns how many nobody answered.
 */
export function showQuestions({ questions, waitsForAnswers }, onAnswer, onLayer) {
  const shown = show(questions);
  const open = shown.filter((each) => each.open).length;
  const left = shown.filter(isLeft).length;
  $('judge').hidden = !shown.length;
  $('judge-title').textContent = text(left === 1 ? 'ui.data.judge-one' : left ? 'ui.data.judge-many' : 'ui.data.judge-none', whole(left));
  $('questions').replaceChildren(...shown.map((question, k) => line(question, k + 1, shown, onAnswer, onLayer)));
  $('judge-left').textContent = text(open === 1 ? 'ui.data.judge-left-one' : open ? 'ui.data.judge-left' : left ? 'ui.data.judge-left-assumed' : 'ui.data.judge-left-none', whole(open));
  $('judge-store').setAttribute('aria-disabled', String(waitsForAnswers));
  return left;
}

/** What is safe may hold, but nobody said so. */
const isLeft = ({ open, assumed }) => open || assumed;

function line(question, number, shown, onAnswer, onLayer) {
  const { open, assumed, settled } = question;
  const first = shown.find(isLeft) === question;
  const body = make('div', { className: 'body' }, make('h3', { textContent: question.title }), make('p', { textContent: question.text }));
  if (question.bars.length) body.append(bars(question.bars, question.figures.counted));
  const holds = question.remedies.find((each) => each.remedy === question.holds);
  if (assumed) body.append(make('p', { className: 'small', textContent: text('ui.data.judge-assumed', holds?.label ?? '–') }));
  const acts = make('div', { className: 'acts' });
  acts.append(...question.remedies.map((remedy, k) => button(question, remedy, k === 0 && open, body, onAnswer, onLayer)));
  if (isAnswered(question.code)) acts.append(retract(question, onAnswer));
  const made = make('li', { className: `ask${settled ? ' done' : ''}${first ? ' now' : ''}` },
    make('span', { className: 'q', textContent: settled ? '✓' : String(number) }), body, acts);
  made.dataset.code = question.code;
  return made;
}

/** Amounts of people, unless rows are counted. */
function bars(list, counted) {
  const most = Math.max(...list.map(({ value }) => value));
  const box = make('div', { className: 'cmp' });
  for (const { label, value } of list) {
    const bar = make('i');
    bar.style.width = `${100 * value / most}%`;
    box.append(make('span', { textContent: label }), bar, make('b', { className: 'num', textContent: amount(value, counted) }));
  }
  return box;
}

const amount = (value, counted) => (counted === 'rows' ? text('ui.data.judge-rows', whole(value)) : value < SMALL ? plain(value, 1) : people(value));

function button(question, remedy, primary, body, onAnswer, onLayer) {
  // nothing is pressed that nobody pressed: what holds meanwhile is said in words
  const chosen = remedy.row === 0 && wholeAnswer(question.code)?.remedy === remedy.remedy
    && (!remedy.text || !wholeAnswer(question.code) || wholeAnswer(question.code).text === remedy.text);
  const made = make('button', { type: 'button', className: `btn${primary ? ' primary' : ''}`, textContent: remedy.label });
  made.setAttribute('aria-pressed', String(chosen));
  made.dataset.remedy = remedy.remedy;
  const answer = { question: question.code, remedy: remedy.remedy, row: remedy.row, text: remedy.text };
  made.addEventListener('click', () => {
    if (remedy.remedy === 'edit') edit(question, answer, body, onAnswer);
    else if (remedy.remedy === 'as-layer') onLayer(remedy.text);
    else if (remedy.remedy === 'right') reason(answer, text('ui.data.judge-reason'), body, onAnswer);
    else if (remedy.remedy === 'times-size') reason(answer, $('questions').dataset.size, body, onAnswer);
    else decide(answer, onAnswer);
  });
  return made;
}

function retract({ code }, onAnswer) {
  const made = make('button', { type: 'button', className: 'btn plain', textContent: text('ui.data.judge-take-back') });
  made.dataset.remedy = 'take-back';
  made.addEventListener('click', () => keepIfTaken(takeBack(code), onAnswer));
  return made;
}

async function keepIfTaken(back, onAnswer) {
  if (!(await onAnswer())) back();
}

function decide(answer, onAnswer) {
  if (answer.remedy === 'leave-file') {
    $('import').reset();
    return;
  }
  keepIfTaken(give(answer), onAnswer);
}

/** A small form in the question's body, in place of another one. */
function form(body, fields, onDone) {
  body.querySelector('form')?.remove();
  const made = make('form', { className: 'fix' }, ...fields, make('button', { className: 'btn primary', textContent: text('ui.data.judge-take') }));
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    onDone(Object.fromEntries([...made.querySelectorAll('input, select')].map((each) => [each.name, each.value.trim()])));
  });
  body.append(made);
  made.querySelector('input, select').focus();
}

function field(name, label, value) {
  const id = `fix-${name}`;
  return make('div', { className: 'field' }, make('label', { htmlFor: id, textContent: label }), make('input', { id, name, value, required: true }));
}

function reason(answer, label, body, onAnswer) {
  form(body, [field('reason', label, '')], ({ reason: said }) => {
    if (said) decide({ ...answer, text: said }, onAnswer);
  });
}

/** What the file says, and the districts of which the row may be: those of one name are told by their codes. */
function pick(name, label, value, districts) {
  const id = `fix-${name}`;
  const areas = districts.map((each) => each.split('\t'));
  const alike = (called) => areas.filter((each) => each[1] === called).length > 1;
  const chosen = make('select', { id, name });
  chosen.append(make('option', { value, textContent: value || '–' }),
    ...areas.map(([code, called]) => make('option', { value: name === 'code' || alike(called) ? code : called, textContent: `${called} (${code})` })));
  return make('div', { className: 'field' }, make('label', { htmlFor: id, textContent: label }), chosen);
}

/** The cells of the row as they stand in the file, to be changed. */
function edit({ cases, figures }, answer, body, onAnswer) {
  const { cells } = cases.find(({ row }) => row === answer.row) ?? cases[0];
  const label = (name) => ({ lon: text('ui.data.judge-lon'), lat: text('ui.data.judge-lat') })[name] ?? words.get(name) ?? name;
  const named = 'name' in cells ? 'name' : 'code';
  const input = ([name, value]) => (name === named && figures.districts
    ? pick(name, label(name), value, figures.districts) : field(name, label(name), value));
  form(body, Object.entries(cells).map(input), (now) => {
    const changed = Object.entries(now).filter(([name, value]) => value !== cells[name]);
    if (!changed.length) return;
    const moved = changed.some(([name]) => name === 'lon' || name === 'lat');
    const wanted = moved ? { ...Object.fromEntries(changed), lon: now.lon, lat: now.lat } : Object.fromEntries(changed);
    decide({ ...answer, cells: wanted }, onAnswer);
  });
}

/** The answers as a field of the request. */
export const answersField = () => JSON.stringify(answers());
