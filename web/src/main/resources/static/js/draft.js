// Edits of one plan: done, undone, estimated at once, kept on the server and in this browser.
import { getJson, postJson, putJson } from './api.js';

const SAVE_AFTER_MS = 500, RETRY_MS = 5000, MOST = 500;

export class Draft {
  /** onChange(draft): edits, estimate or saved state have changed; onConflict(error): somebody else edited. */
  constructor(plan, { onChange, onConflict }) {
    Object.assign(this, { plan, onChange, onConflict, edits: [], applied: 0, version: 0, id: null, estimate: null, state: 'none', hash: null });
    this.key = `kiungo.draft.${plan}`;
  }

  /** Takes up the draft that an address or this browser names; what was not sent yet wins over what was. */
  async restore(id) {
    const kept = read(this.key);
    const known = id ?? kept?.id;
    if (known) {
      try {
        this.take(await getJson(`/drafts/${known}`));
      } catch (error) {
        if (error.status !== 404) this.state = 'here';
      }
    }
    if (kept && kept.unsent && (!known || kept.id === known)) {
      Object.assign(this, { edits: kept.edits, applied: kept.applied });
      this.save();
    }
    this.changed();
  }

  take({ id, planId, version, edits, applied, hash }) {
    if (planId !== this.plan) return;
    Object.assign(this, { id, version, edits, applied, hash, state: 'saved' });
    this.keep(false);
  }

  get held() {
    return this.edits.slice(0, this.applied);
  }

  add(edit) {
    this.edits = [...this.held, edit].slice(-MOST);
    this.applied = this.edits.length;
    this.save();
    this.changed();
  }

  /** Steps back or forth; false when there is nothing to step to. */
  step(by) {
    const wanted = this.applied + by;
    if (wanted < 0 || wanted > this.edits.length) return false;
    this.applied = wanted;
    this.save();
    this.changed();
    return true;
  }

  changed() {
    this.onChange(this);
    this.reckon();
  }

  async reckon() {
    const asked = (this.asked = Symbol('estimate'));
    if (this.applied === 0) {
      this.estimate = null;
      this.onChange(this);
      return;
    }
    try {
      const estimate = await postJson(`/plans/${this.plan}/estimates`, { edits: this.held, applied: this.applied });
      if (this.asked !== asked) return;
      Object.assign(this, { estimate, failed: null });
    } catch (error) {
      if (this.asked !== asked) return;
      Object.assign(this, { estimate: null, failed: error });
    }
    this.onChange(this);
  }

  keep(unsent) {
    write(this.key, { id: this.id, edits: this.edits, applied: this.applied, unsent });
  }

  save() {
    this.state = 'saving';
    this.keep(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), SAVE_AFTER_MS);
  }

  /** Sends what is not sent yet; resolves when the server has it. */
  flush() {
    clearTimeout(this.timer);
    this.sending = (this.sending ?? Promise.resolve()).then(() => this.send());
    return this.sending;
  }

  async send() {
    if (this.state === 'saved' && this.id) return true;
    try {
      if (!this.id) {
        const { id, version } = await postJson(`/plans/${this.plan}/drafts`, {});
        Object.assign(this, { id, version });
      }
      const { edits, applied } = this;
      const kept = await putJson(`/drafts/${this.id}`, { edits, applied }, { 'If-Match': `"${this.version}"` });
      Object.assign(this, { version: kept.version, hash: kept.hash });
      if (edits === this.edits && applied === this.applied) {
        this.state = 'saved';
        this.keep(false);
      }
      this.onChange(this);
      return true;
    } catch (error) {
      if (error.status === 409) {
        this.state = 'conflict';
        this.onConflict(error);
      } else {
        this.state = 'here';
        this.failed = error.status ? error : null;
        this.timer = setTimeout(() => this.flush(), RETRY_MS);
      }
      this.onChange(this);
      return false;
    }
  }

  /** Gives up this page's edits for those on the server. */
  async reload() {
    this.take(await getJson(`/drafts/${this.id}`));
    this.changed();
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null; // a browser may refuse storage, or hold something else there
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // without storage the server's copy is the only one
  }
}
