// What a page gives its scripts, as far as the tested ones look: words, address, storage, network.
import { readFileSync } from 'node:fs';

const BUNDLES = new URL('../../main/resources/messages/', import.meta.url);
const SCRIPTS = new URL('../../main/resources/static/js/', import.meta.url);

/** Keys and sentences of a language, as GET /messages/{language} answers them. */
export function bundle(language) {
  const lines = readFileSync(new URL(`messages_${language}.properties`, BUNDLES), 'utf8').split('\n');
  return Object.fromEntries(lines.filter((line) => line && !line.startsWith('#')).map((line) => {
    const at = line.indexOf('=');
    return [line.slice(0, at), line.slice(at + 1).replace(/\\u([0-9a-fA-F]{4})/g, (all, code) => String.fromCharCode(parseInt(code, 16)))];
  }));
}

/** The words of a screen, or those that every screen has. */
function words(language, part) {
  const belongs = (key) => (part ? key.startsWith(`ui.${part}.`) : !key.startsWith('ui.explore.'));
  return Object.fromEntries(Object.entries(bundle(language)).filter(([key]) => belongs(key)));
}

/** A figure with plain spaces between its parts, as one types it. */
export const spaced = (figure) => figure.replace(/[\u00a0\u202f]/g, ' ');

/** An answer of fetch. */
export const answer = (body, status = 200) => ({
  ok: status < 400, status, statusText: `status ${status}`, json: async () => body, arrayBuffer: async () => body,
});

/** A legend symbol of the page: a family of technologies, or what a place has without one. */
const symbol = (family, kind, name, path) => ({
  id: `sym-${family}`, dataset: { class: String(kind), name }, querySelector: () => path && { getAttribute: () => path },
});

const SYMBOLS = [
  symbol('fibre', 2, 'Fibre to the home', 'M-6-6H6V6H-6z'),
  symbol('leo', 3, 'Satellite, low orbit', 'M0-7.6 7.4 5.8H-7.4z'),
  symbol('base', 1, undefined, 'M7 0z'),
  symbol('none', 0),
];

/**
 * Opens a page: sets the globals that scripts read. Answers /messages itself, everything else by
 * answers(path, options); gives back the requests made so far.
 */
export function openPage({ language = 'en', locale = language, hash = '', answers = () => answer({}, 404) } = {}) {
  const requests = [], kept = new Map();
  globalThis.document = {
    documentElement: { lang: language, dir: 'ltr' },
    body: { dataset: { locale } },
    getElementById: (id) => ({ symbols: { dataset: { version: 'v1' } }, 'column-words': { content: { children: [] } } })[id] ?? null,
    querySelectorAll: (selector) => (selector === 'symbol[data-class]' ? SYMBOLS : []),
  };
  globalThis.Path2D = class { constructor(path) { this.path = path; } };
  globalThis.location = { hash, pathname: '/plans/p/explore', search: '?x=1' };
  globalThis.history = { replaceState: (state, title, address) => { globalThis.location.address = address; } };
  globalThis.localStorage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
  globalThis.fetch = async (path, options) => {
    if (path.startsWith('/messages/')) return answer(words(...path.split('/').slice(2)));
    requests.push({ path, method: 'GET', ...options });
    return answers(path, options);
  };
  return { requests, kept };
}

/** A script as a page that was just opened loads it: once more for every turn, with modules of its own. */
export const load = (name, turn = '') => import(new URL(name + turn, SCRIPTS));
