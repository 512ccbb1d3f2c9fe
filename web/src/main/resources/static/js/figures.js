// Numbers as pages show them: the twin of Figures.java, same keys, same rounding.
import { has, text } from './words.js';

const locale = `${document.documentElement.lang}-u-nu-latn`;
const formats = new Map();

function format(value, most) {
  if (!formats.has(most)) {
    formats.set(most, new Intl.NumberFormat(locale, { maximumFractionDigits: most }));
  }
  return formats.get(most).format(Math.abs(value) < .5 / 10 ** most ? 0 : value).replace('-', '−'); // no "-0"
}

const known = (value) => value !== null && value !== undefined && Number.isFinite(Number(value));

function scaled(prefix, value) {
  if (!known(value)) return text('ui.number.unknown');
  const rounded = Number(value.toPrecision(3));
  const size = Math.abs(rounded);
  if (size < 1e4) {
    const small = size < 100 && prefix.startsWith('ui.usd');
    return text(`${prefix}one`, format(small ? rounded : value, small ? 2 : 0));
  }
  if (size < 1e6 && !has(`${prefix}thousand`)) return text(`${prefix}one`, format(rounded, 0));
  const [unit, scale] = size >= 1e9 ? ['billion', 1e9] : size >= 1e6 ? ['million', 1e6] : ['thousand', 1e3];
  const count = rounded / scale;
  const single = Math.abs(count) < 2 && has(`${prefix}${unit}.single`) ? '.single' : '';
  const decimals = Math.abs(count) >= 100 ? 0 : Math.abs(count) >= 10 ? 1 : 2;
  return text(prefix + unit + single, format(count, decimals));
}

/** A number as a form field holds it: no separators between thousands. */
export const asTyped = (value) =>
  new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 12 }).format(Number(value.toPrecision(12)));

const stamp = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** A moment, as ISO 8601, in the reader's language and time. */
export const moment = (iso) => stamp.format(new Date(iso));

export const whole = (value) => (known(value) ? format(value, 0) : text('ui.number.unknown'));
export const plain = (value, decimals) => (known(value) ? format(value, decimals) : text('ui.number.unknown'));
export const brief = (value) => scaled('ui.number.', value);
export const people = (value) => scaled('ui.people.', value);
export const usd = (value) => scaled('ui.usd.', value);
export const usdInWords = (value) => scaled('ui.usd-long.', value);

/** A figure of people gained with its range, where one is known. */
export function ranged(gained, sure, possible) {
  if (!known(sure) || !known(possible)) return gained;
  const [low, high] = [brief(sure), brief(possible)];
  return low === high ? gained : text('ui.number.ranged', gained, low, high);
}

export function percent(ratio) {
  if (!known(ratio)) return text('ui.number.unknown');
  const value = ratio * 100;
  const shown = Math.round(value);
  if (shown === 0 && value > 0) return text('ui.number.under-percent', format(1, 0));
  return text('ui.number.percent', format(shown === 100 && value < 100 ? 99 : shown, 0));
}

/** The share that some people are of all: 100 % exactly where nobody is left, counted whole. */
export function percentOf(people, all) {
  if (!known(people) || !(all > 0)) return text('ui.number.unknown');
  return percent(Math.round(all - people) <= 0 ? 1 : Math.round(people) <= 0 ? 0 : people / all);
}

/** A gap in per cent, rounded up to one decimal so as not to flatter. */
export const gapPercent = (ratio) =>
  (known(ratio) ? text('ui.number.percent', format(Math.max(Math.ceil(ratio * 1000 - 1e-9) / 10, 0), 1)) : text('ui.number.unknown'));

export function gap(ratio) {
  if (!known(ratio)) return text('ui.gap.none');
  return ratio <= 1e-9 ? text('ui.gap.zero') : ratio < 1 ? text('ui.gap.most', gapPercent(ratio)) : text('ui.gap.all');
}

/** A difference with its sign, its size shown by another of these. */
export function signed(value, shown) {
  if (!known(value)) return text('ui.number.unknown');
  return value === 0 ? '0' : text(value > 0 ? 'ui.number.plus' : 'ui.number.minus', shown(Math.abs(value)));
}

/** Seconds as seconds, minutes, hours or days, whichever is whole and small. */
export function duration(seconds) {
  const [unit, size] = seconds < 100 ? ['seconds', 1] : seconds < 6000 ? ['minutes', 60] : seconds < 172_800 ? ['hours', 3600] : ['days', 86_400];
  return text(`ui.duration.${unit}`, format(Math.max(1, Math.round(seconds / size)), 0));
}
