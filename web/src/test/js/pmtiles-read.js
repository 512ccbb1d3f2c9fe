// Reads an archive of tiles with PMTiles' own reader: node pmtiles-read.js FILE
// prints its header, its metadata, and of every tile down to zoom 7 its bytes, in base64.
import { readFileSync } from 'node:fs';
import { PMTiles } from 'pmtiles';

const bytes = readFileSync(process.argv[2]);
const file = {
  getKey: () => 'file',
  getBytes: async (offset, length) => {
    const part = bytes.subarray(offset, offset + length);
    return { data: part.buffer.slice(part.byteOffset, part.byteOffset + part.byteLength) };
  },
};

const archive = new PMTiles(file);
const header = await archive.getHeader();
const tiles = {};
for (let zoom = 0; zoom <= 7; zoom++) {
  for (let x = 0; x < 2 ** zoom; x++) {
    for (let y = 0; y < 2 ** zoom; y++) {
      const tile = await archive.getZxy(zoom, x, y);
      if (tile) {
        tiles[`${zoom}/${x}/${y}`] = Buffer.from(tile.data).toString('base64');
      }
    }
  }
}
console.log(JSON.stringify({ header, metadata: await archive.getMetadata(), tiles }));
