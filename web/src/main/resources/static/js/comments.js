// Comments pinned to places and figures. Whatever people typed is shown as text, never as markup.
import { getJson, postJson, putJson } from './api.js';
import { moment, whole } from './figures.js';
import { placeName } from './place-index.js';
import { text } from './words.js';

const $ = (id) => document.getElementById(id);

/** Lists and takes comments of a plan; openPlace(id): a comment's place was asked for; onShown(open): those that need attention. */
export class Comments {
  constructor(plan, { openPlace, nameOf, onShown }) {
    Object.assign(this, { plan, openPlace, nameOf, onShown, all: [], place: null });
    $('comment').addEventListener('submit', (event) => {
      event.preventDefault();
      this.add();
    });
    this.pin(null);
  }

  async load() {
    try {
      this.all = await getJson(`/plans/${this.plan}/comments`);
      await this.show();
    } catch (error) {
      this.say(text('ui.explore.failed', error.message));
    }
  }

  /** The place that a new comment would be pinned to; null for none. */
  pin(place) {
    this.place = place;
    const option = $('comment-place');
    option.hidden = !place;
    option.value = place ? `PLACE ${place.settlementId}` : '';
    option.textContent = place ? placeName(place) : '';
    $('comment-target').value = place ? option.value : 'peopleServed';
  }

  async add() {
    const target = $('comment-target').value, place = target.startsWith('PLACE ');
    try {
      this.all.push(await postJson(`/plans/${this.plan}/comments`, {
        kind: place ? 'PLACE' : 'FIGURE', target: place ? target.slice(6) : target,
        author: $('comment-author').value, text: $('comment-text').value,
      }));
      $('comment-text').value = '';
      this.say(text('ui.explore.comment-added'));
      await this.show();
    } catch (error) {
      this.say(text('ui.explore.failed', error.message));
    }
  }

  say(sentence) {
    $('comment-note').textContent = sentence;
  }

  async show() {
    const pinned = this.all.filter((each) => !each.resolved), open = pinned.length;
    $('comments-title').textContent = this.all.length ? text('ui.explore.comments-count', whole(open)) : text('ui.explore.comments');
    const names = new Map();
    for (const { kind, target } of this.all) {
      names.set(target, kind === 'PLACE' ? await this.nameOf(target) : text(`ui.explore.figure.${target}`));
    }
    this.onShown(pinned, names);
    $('comment-list').replaceChildren(...this.all.map((each) => this.line(each, names.get(each.target))));
  }

  line(comment, name) {
    const line = document.createElement('li'), words = document.createElement('p'), foot = document.createElement('div');
    const by = document.createElement('small'), toggle = document.createElement('button');
    line.className = comment.resolved ? 'undone' : '';
    line.dataset.comment = comment.id;
    if (comment.kind === 'PLACE') {
      const pin = document.createElement('button');
      pin.type = 'button';
      pin.className = 'linkish';
      pin.textContent = name;
      pin.addEventListener('click', () => this.openPlace(comment.target));
      line.append(pin);
    } else {
      const pin = document.createElement('b');
      pin.textContent = name;
      line.append(pin);
    }
    words.dir = 'auto';
    words.textContent = comment.text;
    by.textContent = text('ui.explore.comment-by', comment.author || text('ui.explore.comment-anonymous'), moment(comment.writtenAt));
    toggle.type = 'button';
    toggle.className = 'btn plain';
    toggle.textContent = text(comment.resolved ? 'ui.explore.comment-reopen' : 'ui.explore.comment-resolve');
    toggle.addEventListener('click', () => this.resolve(comment));
    foot.className = 'row between';
    foot.append(by, toggle);
    line.append(words, foot);
    return line;
  }

  async resolve(comment) {
    try {
      Object.assign(comment, await putJson(`/plans/${this.plan}/comments/${comment.id}`, { resolved: !comment.resolved }));
      await this.show();
    } catch (error) {
      this.say(text('ui.explore.failed', error.message));
    }
  }
}
