// A picture in memory: a hundred thousand small marks cost a few writes each, where a canvas call costs microseconds.

export class Pixels {
  constructor(width, height) {
    this.image = new ImageData(width, height);
    this.words = new Uint32Array(this.image.data.buffer);
    this.width = width;
    this.height = height;
  }

  clear() {
    this.words.fill(0);
  }

  /** An opaque square round a point; colour as of colourWord(). What crosses the frame is left out. */
  square(x, y, side, colour) {
    const { words, width, height } = this;
    const left = (x - side / 2 + .5) | 0, top = (y - side / 2 + .5) | 0;
    if (x < side || y < side || left + side > width || top + side > height) return;
    for (let row = top * width + left, last = row + side * width; row < last; row += width) {
      for (let at = row; at < row + side; at++) words[at] = colour;
    }
  }

  /** A stamp of stampOf() laid over what is there, centred on a point. */
  stamp(stamp, x, y) {
    const { words, width, height } = this, { half } = stamp, column = Math.round(x), row = Math.round(y);
    if (column < half || row < half || column + half >= width || row + half >= height) {
      this.stampPart(stamp, column, row);
      return;
    }
    if (stamp.width !== width) layOut(stamp, width);
    const { solidAt, solid, edgeAt, edge } = stamp, at = row * width + column;
    for (let k = 0; k < solidAt.length; k++) words[at + solidAt[k]] = solid[k];
    for (let k = 0; k < edgeAt.length; k++) words[at + edgeAt[k]] = over(edge[k], words[at + edgeAt[k]]);
  }

  /** The part of a stamp that lies within the frame. */
  stampPart({ pixels }, column, row) {
    const { words, width, height } = this;
    for (let k = 0; k < pixels.length; k += 3) {
      const x = column + pixels[k], y = row + pixels[k + 1];
      if (x >= 0 && y >= 0 && x < width && y < height) words[y * width + x] = over(pixels[k + 2], words[y * width + x]);
    }
  }
}

/** Steps through the words of a picture of a width, opaque pixels and those of the soft edge apart. */
function layOut(stamp, width) {
  const solidAt = [], solid = [], edgeAt = [], edge = [], { pixels } = stamp;
  for (let k = 0; k < pixels.length; k += 3) {
    const opaque = pixels[k + 2] >>> 24 === 255;
    (opaque ? solidAt : edgeAt).push(pixels[k + 1] * width + pixels[k]);
    (opaque ? solid : edge).push(pixels[k + 2]);
  }
  Object.assign(stamp, {
    width, solidAt: Int32Array.from(solidAt), solid: Int32Array.from(solid), edgeAt: Int32Array.from(edgeAt), edge: Int32Array.from(edge),
  });
}

/** Source over destination, both with straight alpha in the top byte (Porter and Duff 1984, doi 10.1145/800031.808606). */
function over(source, below) {
  if (below === 0 || source >>> 24 === 255) return source;
  if (below >>> 24 === 255) {
    // over an opaque pixel two channels are blended at once, weights in 256ths
    const weight = (source >>> 24) + (source >>> 31), rest = 256 - weight;
    const redBlue = ((source & 0xff00ff) * weight + (below & 0xff00ff) * rest) / 256;
    const green = ((source & 0xff00) * weight + (below & 0xff00) * rest) / 256;
    return 0xff000000 | (redBlue & 0xff00ff) | (green & 0xff00);
  }
  const alpha = source >>> 24, under = ((below >>> 24) * (255 - alpha)) / 255, sum = alpha + under, part = alpha / sum;
  const red = (below & 255) + ((source & 255) - (below & 255)) * part;
  const green = ((below >>> 8) & 255) + (((source >>> 8) & 255) - ((below >>> 8) & 255)) * part;
  const blue = ((below >>> 16) & 255) + (((source >>> 16) & 255) - ((below >>> 16) & 255)) * part;
  return (sum << 24) | (blue << 16) | (green << 8) | red;
}

/**
 * What a drawing function leaves on a canvas of a radius in device pixels, with the origin in its middle:
 * pixels as (column, row, colour).
 */
export function stampOf(radius, draw) {
  const half = Math.ceil(radius), side = 2 * half + 1, canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.translate(half + .5, half + .5);
  draw(context);
  const words = new Uint32Array(context.getImageData(0, 0, side, side).data.buffer), pixels = [];
  words.forEach((word, k) => {
    const alpha = word >>> 24;
    if (alpha) pixels.push((k % side) - half, Math.floor(k / side) - half, alpha > 250 ? word | 0xff000000 : word);
  });
  return { pixels: Int32Array.from(pixels), half, width: 0 };
}

/** A CSS colour as an opaque pixel. */
export const colourWord = (css) => stampOf(0, (context) => {
  context.fillStyle = css;
  context.fillRect(-1, -1, 2, 2);
}).pixels[2];
