import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.js';

globalThis.ImageData = class {
  constructor(width, height) {
    this.data = new Uint8ClampedArray(4 * width * height);
  }
};
const { Pixels } = await load('pixels.js');

const RED = 0xff0000ff, HALF_WHITE = 0x80ffffff;
const stamp = (...pixels) => ({ pixels: Int32Array.from(pixels), half: 1, width: 0 });
const at = (pixels, x, y) => pixels.words[y * pixels.width + x] >>> 0;

test('a square that crosses the frame is left out, one within is whole', () => {
  const pixels = new Pixels(8, 8);
  pixels.square(0, 4, 2, RED);
  assert.ok(pixels.words.every((word) => word === 0));
  pixels.square(4, 4, 2, RED);
  assert.equal(pixels.words.filter((word) => word === RED).length, 4);
});

test('a soft edge lets through what is below', () => {
  const pixels = new Pixels(8, 8);
  pixels.square(4, 4, 4, RED);
  pixels.stamp(stamp(0, 0, HALF_WHITE), 4, 4);
  const word = at(pixels, 4, 4);
  assert.equal(word >>> 24, 255);
  assert.equal(word & 255, 255);
  assert.ok(Math.abs(((word >>> 8) & 255) - 128) <= 1 && Math.abs(((word >>> 16) & 255) - 128) <= 1);
});

test('a soft edge over nothing stays as it is', () => {
  const pixels = new Pixels(8, 8);
  pixels.stamp(stamp(0, 0, HALF_WHITE), 4, 4);
  assert.equal(at(pixels, 4, 4), HALF_WHITE);
});

test('two soft pixels cover more than one', () => {
  const pixels = new Pixels(8, 8);
  for (let k = 0; k < 2; k++) pixels.stamp(stamp(0, 0, HALF_WHITE), 4, 4);
  assert.ok(Math.abs((at(pixels, 4, 4) >>> 24) - 192) <= 1);
});

test('at the frame only the part within is laid', () => {
  const pixels = new Pixels(4, 4);
  pixels.stamp(stamp(-1, 0, RED, 0, 0, RED, 1, 0, RED), 0, 2);
  assert.deepEqual([...pixels.words].flatMap((word, k) => (word ? [k] : [])), [8, 9]);
});

test('a stamp serves pictures of several widths', () => {
  const mark = stamp(0, 1, RED);
  for (const width of [8, 5]) {
    const pixels = new Pixels(width, 8);
    pixels.stamp(mark, 2, 2);
    assert.equal(at(pixels, 2, 3), RED);
  }
});
