// One project: how far it has come, as people say it, and what they remark. Typed words are shown as text, never as markup.
import { getJson, postJson, putJson } from './api.js';
import { element } from './elements.js';
import { moment } from './figures.js';
import { more, text } from './words.js';

await more('partners');
const $ = (id) => document.getElementById(id);
const { plan, project } = document.body.dataset;
const page = (window.kiungo = { ready: false });
const attempt = (work) => async (event) => {
  event?.preventDefault();
  $('refused').hidden = true;
  try {
    await work();
  } catch (error) {
    $('refused').textContent = error.message;
    $('refused').hidden = false;
  }
};

$('state').hidden = $('comment').hidden = false;
$('state').addEventListener('submit', attempt(async () => {
  const said = { state: $('state-to').value, author: $('state-by')?.value };
  const told = await putJson(`/plans/${plan}/projects/${project}/state`, said, { 'If-Match': `"${$('states').children.length}"` });
  $('states').replaceChildren(...told.map(({ state, author, saidAt }) => {
    const line = element('li');
    line.append(element('span', { className: 'num' }, saidAt.slice(0, 10)), element('span', {}, text('ui.partners.told', text(`ui.partners.state.${state.toLowerCase()}`), author || '–')));
    return line;
  }));
  const steps = [...document.querySelectorAll('.steps li')], now = $('state-to').selectedIndex;
  steps.forEach((each, k) => (k === now ? each.setAttribute('aria-current', 'step') : each.removeAttribute('aria-current')));
}));

async function showComments() {
  const all = (await getJson(`/plans/${plan}/comments`)).filter((each) => each.kind === 'PROJECT' && each.target === project);
  $('comments').replaceChildren(...all.map((comment) => {
    const line = element('li', { className: comment.resolved ? 'undone' : '' }), words = element('p', { dir: 'auto' }, comment.text);
    const toggle = element('button', { className: 'btn plain', type: 'button' }, text(comment.resolved ? 'ui.partners.reopen' : 'ui.partners.resolve'));
    toggle.addEventListener('click', attempt(async () => {
      await putJson(`/plans/${plan}/comments/${comment.id}`, { resolved: !comment.resolved });
      await showComments();
    }));
    line.append(words, toggle, element('small', {}, text('ui.partners.by-when', comment.author || '–', moment(comment.writtenAt))));
    return line;
  }));
}

$('comment').addEventListener('submit', attempt(async () => {
  await postJson(`/plans/${plan}/comments`, { kind: 'PROJECT', target: project, author: $('comment-by')?.value ?? '', text: $('comment-text').value });
  $('comment-text').value = '';
  await showComments();
}));
await attempt(showComments)();
page.ready = true;
