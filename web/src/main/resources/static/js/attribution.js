// Which changed choice brings how much of the difference between two plans.
import { getJson, postJson } from './api.js';
import { brief, usd } from './figures.js';
import { more, text } from './words.js';

const root = document.getElementById('attribution');
const { a, b } = document.body.dataset;
const path = `/plans/${b}/attribution?over=${a}`;
const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

const signed = (value, shown) => (value === 0 ? '0' : text(value > 0 ? 'ui.number.plus' : 'ui.number.minus', shown(Math.abs(value))));

function row(name, cells, cell, scope) {
  const made = document.createElement('tr'), head = document.createElement('th');
  head.scope = scope;
  head.textContent = name;
  made.append(head, ...cells.map((words) => Object.assign(document.createElement(cell), { className: 'n num', textContent: words })));
  return made;
}

function table({ attribution, names }) {
  const made = document.createElement('table'), top = made.createTHead(), body = made.createTBody();
  const metrics = [['peopleStandard', brief], ['peopleBasic', brief], ['lifetimeCostUsd', usd], ...(attribution.publicKnown ? [['publicUsd', usd]] : [])];
  const cells = (sums) => metrics.map(([metric, shown]) => signed(sums[metric], shown));
  made.className = 'tbl';
  made.dataset.testid = 'attributed';
  top.append(row(text('ui.attribution.choice'), metrics.map(([metric]) => text(`ui.attribution.${metric}`)), 'th', 'col'));
  attribution.parts.forEach((part, k) => {
    const share = part.shapley ?? part.inOrder;
    const line = row(names[k], cells(share), 'td', 'row');
    line.dataset.people = share.peopleStandard;
    line.title = text('ui.attribution.alone', cells(part.alone).join('; '));
    body.append(line);
  });
  const total = row(text('ui.attribution.total'), cells(attribution.total), 'td', 'row');
  total.dataset.total = attribution.total.peopleStandard;
  body.append(total);
  return made;
}

async function attribute(button, answer) {
  button.disabled = true;
  await more('attribution');
  const done = Object.assign(document.createElement('progress'), { max: 1, value: 0 });
  done.setAttribute('aria-label', text('ui.attribution.running'));
  answer.replaceChildren(done);
  try {
    let found = await postJson(path, {});
    while (found.state === 'RUNNING') {
      done.value = found.doneRatio;
      await pause(700);
      found = await getJson(path);
    }
    if (found.state === 'FAILED') throw new Error(found.detail);
    const about = Object.assign(document.createElement('p'), { className: 'small', textContent: text(found.attribution.parts.every((part) => part.shapley) ? 'ui.attribution.about' : 'ui.attribution.in-order', String(found.attribution.plans)) });
    answer.replaceChildren(table(found), about);
  } catch (error) {
    answer.replaceChildren(Object.assign(document.createElement('p'), { className: 'bind', textContent: error.message }));
    button.disabled = false;
  }
}

if (root) {
  const button = root.querySelector('button');
  button.hidden = false;
  button.addEventListener('click', () => attribute(button, root.querySelector('[aria-live]')));
}
