// The exact plan under the edits: a run of its own, watched here, opened or compared when it is there.
import { getJson, postJson } from './api.js';
import { gap, people, signed, usd, whole } from './figures.js';
import { follow } from './run-events.js';
import { has, text } from './words.js';

const $ = (id) => document.getElementById(id);

/** Why it is not computed. The places of a plan are those of its day: an import may have put others in their stead. */
export function failedWords({ message, problem }) {
  if (problem?.code !== 'lock.settlement') return text('ui.explore.failed', message);
  return text('ui.explore.other-places', problem.arguments[0]);
}

export class ExactPlan {
  /** onComputed(planId): the new plan is kept. */
  constructor(plan, draft, onComputed) {
    Object.assign(this, { plan, draft, onComputed, run: null, estimate: null });
    $('recompute').addEventListener('click', () => this.start());
    $('exact-stop').addEventListener('click', () => postJson(`/runs/${this.run.id}/stop`, {}).catch((error) => this.fail(error)));
  }

  async start() {
    const { draft } = this;
    this.estimate = draft.estimate?.total.people ?? null;
    $('recompute').disabled = true;
    try {
      await draft.flush();
      const scenario = await getJson(`/drafts/${draft.id}/scenario`);
      this.run = await postJson('/runs', scenario, { 'Idempotency-Key': `${draft.id}-${draft.version}` });
      this.watch(this.run.id);
    } catch (error) {
      this.fail(error);
    } finally {
      $('recompute').disabled = false;
    }
  }

  fail(error) {
    $('exact').hidden = false;
    $('exact-stop').hidden = true;
    $('exact-text').textContent = failedWords(error);
  }

  watch(id) {
    this.stopFollowing?.();
    $('exact').hidden = $('exact-stop').hidden = false;
    $('exact-open').hidden = $('exact-compare').hidden = true;
    $('exact-text').textContent = text('ui.run.started');
    this.stopFollowing = follow(id, {
      onProgress: ({ doneRatio, phase, gapRatio }) => {
        $('exact-done').value = doneRatio ?? 0;
        $('exact-text').textContent = text('ui.explore.computing', has(`ui.phase.${phase}`) ? text(`ui.phase.${phase}`) : phase, gap(gapRatio));
      },
      onEnd: (over) => this.finish(over),
    });
  }

  /** Why the plan is another than the estimate said; nothing where it could not be said. */
  beside({ totals, marginPeople }) {
    const estimated = this.estimate, planned = totals.peopleServed;
    if (estimated === null || planned === undefined) return '';
    const apart = Math.abs(planned - estimated);
    const why = marginPeople !== null && apart <= marginPeople ? 'within' : 'beyond';
    return text(`ui.explore.estimated.${why}`, signed(estimated, whole), signed(planned, whole));
  }

  async finish({ planId, state, error }) {
    $('exact-stop').hidden = true;
    $('exact-done').value = 1;
    if (!planId) {
      this.fail(Object.assign(new Error(error?.detail ?? text(`ui.state.${state}`)), { problem: error }));
      return;
    }
    const [plan, { differences: [change] }, { besideHeadline }] = await Promise.all([getJson(`/plans/${planId}`), getJson(`/comparisons?plans=${this.plan},${planId}`), import('./plan-gain.js')]);
    const { totals, certificate } = plan;
    const said = text(totals.peopleBasic >= 0.5 ? 'ui.explore.computed-basic' : 'ui.explore.computed', people(totals.peopleBaseline + totals.peopleServed), usd(totals.lifetimeCostUsd), gap(certificate.gapRatio), people(totals.peopleBasic));
    $('exact-text').textContent = [said, await besideHeadline(plan), this.beside(change)].filter(Boolean).join(' ');
    $('exact-open').href = `/plans/${planId}/explore`;
    $('exact-compare').href = `/compare?country=${document.body.dataset.country}&a=${this.plan}&b=${planId}`;
    $('exact-open').hidden = false;
    $('exact-compare').hidden = planId === this.plan;
    this.onComputed(planId);
  }
}
