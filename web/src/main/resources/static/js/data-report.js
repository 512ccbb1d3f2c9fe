// The report of a check or an import: the outcome in a sentence, files of it, findings on a map and in a table.
import { cells } from './data-columns.js';
import { download } from './data-versions.js';
import { whole } from './figures.js';
import { showSuspects } from './suspects-map.js';
import { text } from './words.js';

const $ = (id) => document.getElementById(id);
const LEVELS = { ERROR: ['bad', 'ui.data.blocks'], ANSWERED: ['', 'ui.data.answered'], WARNING: ['warn', 'ui.data.warning'], NOTE: ['', 'ui.data.note'] };
const FIXES = { repair: ['repair', 'ui.data.repair'] };

function changed({ added, changed: other, removed }) {
  return added.length + other.length + removed.length === 0
    ? text('ui.data.changes-none')
    : text('ui.data.changes', whole(added.length), whole(other.length), whole(removed.length));
}

/** kind: checked, stored or not-stored; onFix(): an option was set that mends what was found. */
export function showReport({ report, changes }, kind, onFix) {
  $('report').hidden = false;
  $('outcome').textContent = [
    text(`ui.data.${kind}`, whole(report.rowsAccepted), whole(report.rowsIn), whole(report.rowsListed), whole(report.rowsAnswered)),
    changes ? changed(changes) : '',
  ].join(' ');
  const unused = report.problems.find(({ code }) => code === 'columnsUnused')?.message ?? '';
  for (const id of ['unused', 'judge-unused']) $(id).textContent = unused;
  $('downloads').replaceChildren(...['html', 'json', 'xlsx', 'csv'].map((form) => download(report.importId, form)));
  showFixes(report.problems.map((problem) => problem.fix), onFix);
  showSuspects(report.problems, $('country').value);
  $('problems').tBodies[0].replaceChildren(...report.problems.map(problemRow));
  $('report').scrollIntoView({ block: 'nearest' });
}

function problemRow({ severity, row: number, column, found, message, remedy }) {
  const row = cells([number > 0 ? whole(number) : '', column, found, message, remedy], 'td');
  const level = document.createElement('td'), badge = document.createElement('span'), [look, words] = LEVELS[severity] ?? LEVELS.NOTE;
  badge.className = `badge ${look}`;
  badge.textContent = text(words);
  level.append(badge);
  row.prepend(level);
  // on a phone each row is a card that says what its cells are; cards lose what a table tells by itself
  row.setAttribute('role', 'row');
  [...row.cells].forEach((cell, k) => {
    cell.setAttribute('role', 'cell');
    cell.dataset.heading = $('problems').tHead.rows[0].cells[k].textContent;
  });
  return row;
}

/** What one click can mend: it sets the option and checks again; nothing is mended unasked. */
function showFixes(fixes, onFix) {
  $('fixes').replaceChildren(...Object.entries(FIXES)
    .filter(([fix, [option]]) => fixes.includes(fix) && !$(option).checked)
    .map(([, [option, words]]) => {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: text(words) });
      button.addEventListener('click', () => {
        $(option).checked = true;
        onFix();
      });
      return button;
    }));
}
