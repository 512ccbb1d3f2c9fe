// A run's events as they come: server-sent, resumed where they broke off, or asked for every 3 s.
import { getJson } from './api.js';

const POLL_MS = 3000;
const OVER = ['FINISHED', 'STOPPED', 'FAILED'];

/** Follows a run; returns a function that stops listening (never the run itself). */
export function follow(id, { onProgress, onEnd }) {
  let seen = 0, closed = false, timer;
  const source = new EventSource(`/api/v1/runs/${id}/events`);
  const fresh = (event) => {
    const number = Number(event.lastEventId);
    if (number <= seen) return false; // sent again after a reconnect
    seen = number;
    return true;
  };
  const close = () => {
    closed = true;
    source.close();
    clearTimeout(timer);
  };
  const end = async () => {
    close();
    onEnd(await getJson(`/runs/${id}`));
  };
  source.addEventListener('progress', (event) => fresh(event) && onProgress(JSON.parse(event.data)));
  source.addEventListener('finished', (event) => fresh(event) && end());
  source.addEventListener('error', () => {
    // the browser itself resumes with Last-Event-ID unless the stream is refused
    if (!closed && source.readyState === EventSource.CLOSED) poll();
  });

  async function poll() {
    if (closed) return;
    try {
      const run = await getJson(`/runs/${id}`);
      if (OVER.includes(run.state)) {
        close();
        onEnd(run);
        return;
      }
      onProgress(run);
    } catch {
      // the server may be away for a moment: ask again
    }
    timer = setTimeout(poll, POLL_MS);
  }
  return close;
}
