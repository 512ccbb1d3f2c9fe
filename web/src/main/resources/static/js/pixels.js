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
  stamp({ solid, edge, half }, x, y) {
    const { words, width, height } = this, column = Math.round(x), row = Math.round(y);
    const inside = column >= half && row >= half && column + half < width && row + half < height;
    const at = row * width + column;
    for (let k = 0; k < solid.length; k += 3) {
      if (inside || this.holds(column + solid[k], row + solid[k + 1])) {
        words[at + solid[k + 1] * width + solid[k]] = solid[k + 2];
      }
    }
    for (let k = 0; k < edge.length; k += 3) {
      if (inside || this.holds(column + edge[k], row + edge[k + 1])) {
        const target = at + edge[k + 1] * width + edge[k];
        words[target] = over(edge[k + 2], words[target]);
      }
    }
  }

  holds(column, row) {
    return column >= 0 && row >= 0 && column < this.width && row < this.height;
  }
}

/** Source over destination, both with straight alpha in the top byte (Porter and Duff 1984, doi 10.1145/800031.808606). */
function over(source, below) {
  const alpha = source >>> 24, under = ((below >>> 24) * (255 - alpha)) / 255, sum = alpha + under, part = alpha / sum;
  const red = (below & 255) + ((source & 255) - (below & 255)) * part;
  const green = ((below >>> 8) & 255) + (((source >>> 8) & 255) - ((below >>> 8) & 255)) * part;
  const blue = ((below >>> 16) & 255) + (((source >>> 16) & 255) - ((below >>> 16) & 255)) * part;
  return (sum << 24) | (blue << 16) | (green << 8) | red;
}

/**
 * What a drawing function leaves on a canvas of a radius in device pixels, with the origin in its middle:
 * pixels as (column, row, colour), opaque ones and those of the soft edge apart.
 */
export function stampOf(radius, draw) {
  const half = Math.ceil(radius), side = 2 * half + 1, canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.translate(half + .5, half + .5);
  draw(context);
  const words = new Uint32Array(context.getImageData(0, 0, side, side).data.buffer), solid = [], edge = [];
  words.forEach((word, k) => {
    const alpha = word >>> 24;
    if (alpha) (alpha > 250 ? solid : edge).push((k % side) - half, Math.floor(k / side) - half, alpha > 250 ? word | 0xff000000 : word);
  });
  return { solid: Int32Array.from(solid), edge: Int32Array.from(edge), half };
}

/** A CSS colour as an opaque pixel. */
export const colourWord = (css) => stampOf(0, (context) => {
  context.fillStyle = css;
  context.fillRect(-1, -1, 2, 2);
}).solid[2];
