// What is decided of doubtful stretches: choices, the buttons for them, and undo.
import { element } from './elements.js';
import { text } from './words.js';

const MEETING = ['GAP', 'SPLICE'];

/** The decisions that make sense of a stretch. */
export const choicesOf = ({ reason }) => (MEETING.includes(reason) ? ['SAME', 'SECOND', 'LATER'] : ['SAME', 'SAME_AS_OTHER', 'SECOND', 'LATER']);

function label({ reason, keptName, otherName }, choice) {
  if (choice === 'LATER') return text('ui.merge.later');
  if (MEETING.includes(reason)) return text(choice === 'SAME' ? 'ui.merge.meet' : 'ui.merge.apart');
  if (reason === 'OPERATORS') return choice === 'SECOND' ? text('ui.merge.two-cables') : text('ui.merge.one-cable', choice === 'SAME' ? keptName : otherName);
  return choice === 'SECOND' ? text('ui.merge.second') : text('ui.merge.same', choice === 'SAME' ? keptName : otherName);
}

/** The choices of a stretch as buttons; the one that holds is pressed. */
export function buttons(doubt, decisions) {
  const row = element('div', { className: 'row' });
  row.append(...choicesOf(doubt).map((choice) => {
    const button = element('button', { type: 'button', className: choice === 'LATER' ? 'btn plain' : 'btn' }, label(doubt, choice));
    button.dataset.decision = choice;
    button.setAttribute('aria-pressed', String(decisions.of(doubt.id) === choice));
    button.addEventListener('click', () => decisions.make({ [doubt.id]: choice }));
    return button;
  }));
  return row;
}

export class Decisions {
  /** keep: called with what changed, by id. */
  constructor(keep) {
    Object.assign(this, { keep, now: new Map(), past: [] });
  }

  /** What the server has kept. */
  set(doubts) {
    this.now = new Map(doubts.map(({ id, decision }) => [id, decision]));
  }

  of(id) {
    return this.now.get(id) ?? 'LATER';
  }

  made() {
    return [...this.now.values()].filter((decision) => decision !== 'LATER').length;
  }

  /** Decides; what it was before can be had back. */
  make(changes) {
    const changed = Object.entries(changes).filter(([id, decision]) => this.of(id) !== decision);
    if (changed.length === 0) return;
    this.past.push(Object.fromEntries(changed.map(([id]) => [id, this.of(id)])));
    this.take(Object.fromEntries(changed));
  }

  canUndo() {
    return this.past.length > 0;
  }

  undo() {
    if (this.canUndo()) this.take(this.past.pop());
  }

  take(changes) {
    for (const [id, decision] of Object.entries(changes)) this.now.set(id, decision);
    this.keep(changes);
  }
}
