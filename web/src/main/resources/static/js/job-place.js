// The place of a job in its queue, in words.
import { whole } from './figures.js';
import { text } from './words.js';

/** What a job waits behind; empty where it does not wait. */
export function placeInQueue({ state, before }) {
  if (state !== 'QUEUED') return '';
  return before ? text('ui.job.waits', whole(before)) : text('ui.job.waits-next');
}
