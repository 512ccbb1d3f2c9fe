// Reads a GeoParquet file with hyparquet, a reader of others: node geoparquet-read.js FILE OUT
// writes its rows as GeoJSON and prints how many there are.
import { readFileSync, writeFileSync } from 'node:fs';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';

const bytes = readFileSync(process.argv[2]);
const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
const rows = await parquetReadObjects({ file, compressors });
const plain = (name, value) => (typeof value === 'bigint' ? Number(value) : value);
const features = rows.map(({ geometry, ...properties }) => {
  delete properties.bbox;
  return { type: 'Feature', geometry, properties };
});
writeFileSync(process.argv[3], JSON.stringify({ type: 'FeatureCollection', features }, plain));
console.log(features.length);
