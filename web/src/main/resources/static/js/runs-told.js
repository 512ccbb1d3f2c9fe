// Jobs that this browser asked for, and what is told when they end: kept over pages and reloads.
const KEY = 'kiungo.jobs';
const MOST_TOLD = 20, MOST_ASKED = 100;

/** {asked: ids, waiting: ids, told: [{id, name, state, open, at, read}], browser: whether the browser tells too} */
export function kept() {
  const none = { asked: [], waiting: [], told: [], browser: false };
  try {
    return { ...none, ...JSON.parse(localStorage.getItem(KEY)) };
  } catch {
    return none; // a browser may refuse storage: then nothing is told beyond the page
  }
}

function keep(now) {
  try {
    localStorage.setItem(KEY, JSON.stringify(now));
  } catch {
    // likewise
  }
  dispatchEvent(new Event('kiungo:told'));
}

/** From now on the end of this job is told. */
export function awaitJob(id) {
  const now = kept();
  keep({ ...now, asked: [id, ...now.asked].slice(0, MOST_ASKED), waiting: [...new Set([...now.waiting, id])] });
}

/** What this browser asked for has ended, or is gone; true for the first page that says so. */
export function tellEnd(id, message) {
  const now = kept();
  if (!now.waiting.includes(id)) return false;
  keep({
    ...now,
    waiting: now.waiting.filter((each) => each !== id),
    told: message ? [{ id, ...message }, ...now.told].slice(0, MOST_TOLD) : now.told,
  });
  return true;
}

export const markRead = () => {
  const now = kept();
  if (now.told.some((each) => !each.read)) keep({ ...now, told: now.told.map((each) => ({ ...each, read: true })) });
};

export const tellByBrowser = (browser) => keep({ ...kept(), browser });
