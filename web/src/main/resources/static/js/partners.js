// Who pays for a plan: what if a partner leaves, partners to ask anew, and the map by payer.
import { Ask } from './partner-ask.js';
import { PartnerEditor } from './partner-editor.js';
import { offerLibrary } from './partner-library.js';
import { PayerMap } from './partner-map.js';
import { offerSets } from './partner-sets.js';
import { typedNumber } from './elements.js';
import { sayFailed } from './map.js';
import { more } from './words.js';

await more('partners');
const $ = (id) => document.getElementById(id);
const { plan, funded, asked } = document.body.dataset;
const page = (window.kiungo = { ready: false });

const map = (page.map = new PayerMap(plan, asked ? `/fundings/${asked}` : funded === 'true' ? `/plans/${plan}/funding` : null));
const ask = (page.ask = new Ask(plan, (change) => map.showLost(change)));
const editor = (page.editor = new PartnerEditor($('partners')));
$('leave') && ($('leave').hidden = false);
$('leave')?.addEventListener('submit', (event) => {
  event.preventDefault();
  ask.start({ without: [$('who').value] });
});
$('partners').hidden = false;
$('partners').addEventListener('submit', (event) => {
  event.preventDefault();
  // what is no number is refused by the server, by name
  const typed = $('smallest')?.value, millions = typed && typedNumber(typed);
  ask.start({ partners: editor.file(), smallestUsd: Number.isFinite(millions) ? Math.round(millions * 1e8) / 100 : typed || undefined });
});
for (const row of document.querySelectorAll('.matrix tr[data-project]')) {
  row.addEventListener('click', ({ target }) => {
    if (target.closest('a')) return;
    document.querySelectorAll('.matrix tr.chosen').forEach((each) => each !== row && each.classList.remove('chosen'));
    map.showOnly(row.classList.toggle('chosen') ? row.dataset.project : null);
  });
}
offerSets(editor);
offerLibrary(editor);
await Promise.all([editor.load(plan, funded === 'true'), map.load().catch((error) => sayFailed('places', error))]);
page.ready = true;
await ask.restore();
