// Calls of /api/v1. Errors carry the server's own sentence.
const lang = document.documentElement.lang;

// what tells of ended jobs is fetched where one was asked for
const bell = () => import('./runs-bell.js');
try {
  if (localStorage.getItem('kiungo.jobs')) bell();
} catch {
  // a browser may refuse storage
}

// nobody caught it: it is told all the same
globalThis.addEventListener?.('unhandledrejection', (event) => {
  if (!event.reason?.problem) return;
  event.preventDefault();
  import('./refused.js').then(({ tell }) => tell(event.reason.message));
});

// where there are accounts: proof that a change is asked for by a page of this server
function proof() {
  const token = /(?:^|; )(?:__Host-)?XSRF-TOKEN=([^;]+)/.exec(document.cookie);
  return token ? { 'X-XSRF-TOKEN': decodeURIComponent(token[1]) } : {};
}

async function call(path, options = {}) {
  const answer = await fetch(`/api/v1${path}`, {
    ...options,
    headers: { 'Accept-Language': lang, ...proof(), ...options.headers },
  });
  if (answer.ok) {
    // what goes on without the page is told when it ends
    const job = answer.status === 202 && /^\/api\/v1\/(?:runs|imports|placements|fundings|merges)\/([^/]+)$/.exec(answer.headers.get('Location') ?? '');
    if (job) bell().then(() => dispatchEvent(new CustomEvent('kiungo:job', { detail: job[1] })));
    return answer;
  }
  const problem = await answer.json().catch(() => ({}));
  const error = new Error(problem.detail || `${answer.status} ${answer.statusText}`);
  error.status = answer.status;
  error.problem = problem;
  throw error;
}

const send = (method) => (path, body, headers = {}) =>
  call(path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }).then((answer) => (answer.status === 204 ? null : answer.json()));

export const getJson = (path) => call(path).then((answer) => answer.json());
export const getBytes = (path) => call(path).then((answer) => answer.arrayBuffer());
export const postJson = send('POST');
export const putJson = send('PUT');
export const remove = (path) => call(path, { method: 'DELETE' });
export const postForm = (path, form, headers = {}) => call(path, { method: 'POST', body: form, headers }).then((answer) => answer.json());
export const putBytes = (path, bytes) =>
  call(path, { method: 'PUT', headers: { 'Content-Type': 'application/octet-stream' }, body: bytes }).then((answer) => answer.json());
