// Moving through the plans for more or less money: only the class bytes of the places change.
import { getJson } from './api.js';
import { mapped } from './families.js';
import { gap, people, ranged, usd } from './figures.js';
import { text } from './words.js';

const $ = (id) => document.getElementById(id);

/**
 * Shows the slider when there is something to slide through.
 * onStep({id, kinds, step}): the plan to be drawn; onSettle(step): the reader has stopped moving.
 */
export async function offerFrontier(plan, { onStep, onSettle }) {
  const steps = await getJson(`/plans/${plan}/frontier`);
  if (steps.length < 2) return null;
  const range = $('frontier-range'), classes = new Map();
  const fetchKinds = (id) => {
    if (!classes.has(id)) classes.set(id, mapped(`/plans/${id}/classes`).then((bytes) => new Uint8Array(bytes)));
    return classes.get(id);
  };
  let settle, current = steps.findIndex(({ id }) => id === plan);
  const say = () => {
    const step = steps[current];
    $('frontier-out').textContent = text('ui.frontier.out', step.letter, ranged(people(step.peopleAdded), step.peopleSure, step.peoplePossible), usd(step.lifetimeCostUsd), gap(step.gapRatio));
    range.setAttribute('aria-valuetext', $('frontier-out').textContent);
    document.querySelector('[data-step="-1"]').disabled = current === 0;
    document.querySelector('[data-step="1"]').disabled = current === steps.length - 1;
  };
  const go = async (k) => {
    current = Math.max(0, Math.min(steps.length - 1, k));
    range.value = current;
    const step = steps[current];
    say();
    clearTimeout(settle);
    settle = setTimeout(() => onSettle?.(step), 400);
    const started = performance.now(), kinds = await fetchKinds(step.id);
    if (steps[current] !== step) return;
    onStep({ id: step.id, kinds, step });
    slider.lastStepMs = performance.now() - started;
  };
  range.max = steps.length - 1;
  range.value = current;
  range.addEventListener('input', () => go(Number(range.value)));
  // all plans come as soon as somebody reaches for the slider, so that every step is at hand
  const prefetch = () => steps.forEach(({ id }) => fetchKinds(id));
  for (const event of ['pointerenter', 'focusin']) $('frontier').addEventListener(event, prefetch, { once: true });
  document.querySelectorAll('[data-step]').forEach((button) => button.addEventListener('click', () => go(current + Number(button.dataset.step))));
  say();
  $('frontier').hidden = false;
  const slider = { steps, go, select: (id) => { const k = steps.findIndex((step) => step.id === id); if (k >= 0) { current = k; range.value = k; say(); } } };
  return slider;
}
