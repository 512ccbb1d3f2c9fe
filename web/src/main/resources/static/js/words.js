// Sentences that scripts say: the ui.* keys.
const lang = document.documentElement.lang;
const fetchTexts = (path) => fetch(path).then((answer) => (answer.ok ? answer.json() : {}));
const texts = await fetchTexts(`/messages/${lang}`);

/** Fetches the keys that only one screen needs. */
export async function more(part) {
  Object.assign(texts, await fetchTexts(`/messages/${lang}/${part}`));
}

/** What is no plain number is many of something: a number with a unit or thousands apart. */
function countOf(value) {
  const count = Math.abs(Number(String(value).replace(/[\s\u00a0\u202f+]|(?<=[1-9]\d{0,2}|,\d{3}),(?=\d{3}(?!\d))/g, '').replace(',', '.').replace('−', '-')));
  return Number.isNaN(count) ? Infinity : count;
}

/** Years and versions stand as they are; what has a fraction, as the reader writes it. */
const told = (value) => (typeof value === 'number' && !Number.isInteger(value) ? value.toLocaleString(`${lang}-u-nu-latn`, { maximumFractionDigits: 6 }) : value);

const fill = (sentence, values) => sentence.replace(/\{(\d+)(?:,number[^}]*)?\}/g, (hole, k) => told(values[k]) ?? hole);

/** Of "1#One user|2#{0} users" what is for a number: the last limit that it reaches (#) or passes (<). */
function chosen(choices, number) {
  const parts = choices.split('|').map((part) => /^([-\d.]+)([#<])(.*)$/s.exec(part));
  return (parts.filter(([, limit, how]) => (how === '<' ? number > limit : number >= limit)).at(-1) ?? parts[0])[3];
}

/** The sentence of a key with {0}, {1,number,…} and {2,choice,…} filled in; the key where it is missing. */
export function text(key, ...values) {
  const sentence = texts[key] ?? key;
  return fill(sentence.replace(/\{(\d+),choice,((?:[^{}]|\{[^{}]*\})*)\}/g, (hole, k, choices) =>
    (values[k] === undefined ? hole : chosen(choices, countOf(values[k])))), values);
}

/** Parts of a sentence, one after the other. */
export const joined = (parts) => parts.reduce((before, next) => text('ui.number.joined', before, next));

/** True when the language has the key. */
export const has = (key) => key in texts;
