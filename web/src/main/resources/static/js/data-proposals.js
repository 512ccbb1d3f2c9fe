// What a file may be read as, each proposal with what speaks for it; nothing holds until one is taken.
import { text } from './words.js';

const $ = (id) => document.getElementById(id);
const make = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

function line(proposal, taken, onTake) {
  const told = [...proposal.evidence];
  if (proposal.known) told.push(proposal.known);
  const body = make('div', { className: 'body' }, make('h3', { textContent: proposal.title }), make('p', { className: 'small', textContent: told.join(' ') }));
  const made = make('li', { className: 'ask' }, make('span', { className: 'q', textContent: taken ? '✓' : '?' }), body);
  made.dataset.layer = proposal.layer;
  if (proposal.layer) {
    const button = make('button', { type: 'button', className: 'btn', textContent: text('ui.data.take-proposal') });
    button.setAttribute('aria-pressed', String(taken));
    button.addEventListener('click', () => onTake(proposal));
    made.append(make('div', { className: 'acts' }, button));
  }
  return made;
}

/** Shows proposals; the one whose layer and country are chosen already is marked. */
export function showProposals(proposals, { layer, country }, onTake) {
  $('proposals').hidden = false;
  $('proposals-about').textContent = text(proposals.length ? 'ui.data.proposals-about' : 'ui.data.proposals-none');
  $('proposal-list').replaceChildren(...proposals.map((each) => {
    const taken = each.layer !== '' && each.layer === layer && (!each.country || each.country === country);
    return line(each, taken, onTake);
  }));
}
