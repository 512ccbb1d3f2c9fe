// The page's sentences. Templates hold most of them; scripts fetch the ui.* keys once.
const lang = document.documentElement.lang;
const fetchTexts = (path) => fetch(path).then((answer) => (answer.ok ? answer.json() : {}));
const texts = await fetchTexts(`/messages/${lang}`);

/** Fetches the keys that only one screen needs. */
export async function more(part) {
  Object.assign(texts, await fetchTexts(`/messages/${lang}/${part}`));
}

/** The sentence of a key with {0}, {1,number,…} … filled in, numbers as they are given; the key itself when it is missing. */
export function text(key, ...values) {
  const sentence = texts[key] ?? key;
  return sentence.replace(/\{(\d+)(?:,number[^}]*)?\}/g, (hole, k) => values[k] ?? hole);
}

/** True when the language has the key. */
export const has = (key) => key in texts;
