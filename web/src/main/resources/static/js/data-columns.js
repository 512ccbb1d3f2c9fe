// What a file was found to hold, and which of its columns means what.
import { whole } from './figures.js';
import { text } from './words.js';

const $ = (id) => document.getElementById(id);
const MESSAGES_SHOWN = 3;
const words = new Map([...$('column-words').content.children].map((each) => [each.dataset.column, each.textContent]));

/** A table row of cells. */
export function cells(values, tag) {
  const row = document.createElement('tr');
  row.append(...values.map((value) => Object.assign(document.createElement(tag), { textContent: value ?? '' })));
  return row;
}

function choices(select, values, chosen) {
  select.replaceChildren(new Option(text('ui.data.detect'), ''), ...values.map((value) => new Option(value, value)));
  select.value = chosen ?? '';
}

/** Shows the answer of an inspection: what was detected, a choice of column for each role, the first rows. */
export function showColumns({ inspection, turned, mapping, remembered, roles, needed, options, preview }) {
  const { format, layers, raster, problems } = inspection;
  const layer = layers.find((each) => each.name === options.layer) ?? layers[0];
  const columns = (layer?.fields ?? []).map((field) => field.name);
  $('columns').hidden = false;
  $('detected').textContent = [
    raster ? text('ui.data.raster', format) : text('ui.data.detected', format, whole(layer?.features ?? 0), layer?.crs ?? '–', layer?.encoding || '–'),
    remembered ? text('ui.data.remembered') : '',
    ...[...new Set(problems.map((problem) => problem.message))].slice(0, MESSAGES_SHOWN),
  ].join(' ');
  choices($('fileLayer'), layers.map((each) => each.name), options.layer);
  for (const name of ['lonColumn', 'latColumn', 'wktColumn']) choices($(name), columns, options[name]);
  for (const name of ['crs', 'encoding', 'separator', 'decimalMark', 'headerRow']) $(name).value = options[name] ?? '';
  $('mapping').replaceChildren(...roles.map((role) => roleField(role, turned.length ? turned : columns, mapping[role], needed.includes(role))));
  showPreview(columns, preview);
}

function roleField(role, columns, chosen, isNeeded) {
  const box = document.createElement('div'), label = document.createElement('label'), select = document.createElement('select');
  box.className = 'field';
  label.htmlFor = select.id = `column-${role}`;
  const [name, ...more] = (words.get(role) ?? role).split(/\s*;\s*/);
  const said = name.charAt(0).toLocaleUpperCase() + name.slice(1);
  label.textContent = isNeeded ? text('ui.data.needed', said) : said;
  select.dataset.role = role;
  select.append(new Option(text('ui.data.no-column'), ''), ...columns.map((column) => new Option(column, column)));
  select.value = chosen ?? '';
  box.append(label, select);
  if (words.has(role)) {
    const hint = Object.assign(document.createElement('span'), { className: 'hint', id: `column-${role}-hint`, textContent: [...more, role].join(' · ') });
    select.setAttribute('aria-describedby', hint.id);
    box.append(hint);
  }
  return box;
}

function showPreview(columns, rows) {
  const table = $('preview'), head = cells(columns, 'th');
  table.closest('section').hidden = rows.length === 0;
  head.querySelectorAll('th').forEach((cell) => { cell.scope = 'col'; });
  table.tHead.replaceChildren(head);
  table.tBodies[0].replaceChildren(...rows.map((row) => cells(columns.map((column) => row[column]), 'td')));
}

/** The columns as chosen, "no column" included; empty when the file was not looked at. */
export function chosenColumns() {
  const selects = [...document.querySelectorAll('#mapping select')];
  return selects.length ? JSON.stringify(Object.fromEntries(selects.map((select) => [select.dataset.role, select.value]))) : '';
}
