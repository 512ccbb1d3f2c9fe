// Files on their way to the server, in pieces; a piece that fails is sent again from where the server stands.
import { getJson, postJson, putBytes } from './api.js';

const RETRIES = 5;
const PAUSE_MS = 500;

/** True for a failure that another try may mend: no answer, a fault of the server, a piece out of order. */
const passing = ({ status }) => !status || status >= 500 || status === 409;

/** Sends files as one upload and returns its id; onDone(ratio) hears how far it is. */
export async function send(files, onDone) {
  const { id, chunkBytes } = await postJson('/datasets/uploads', {});
  const all = files.reduce((sum, file) => sum + file.size, 0) || 1;
  let before = 0;
  for (const file of files) {
    await sendFile(id, file, chunkBytes, before, (bytes) => onDone((before + bytes) / all));
    before += file.size;
  }
  return id;
}

async function sendFile(id, file, chunkBytes, before, onBytes) {
  let failures = 0;
  let from = 0;
  // an empty file is a piece too, so that the server can say that it is empty
  for (let some = false; !some || from < file.size; onBytes(from)) {
    try {
      const piece = file.slice(from, from + chunkBytes);
      await putBytes(`/datasets/uploads/${id}/${encodeURIComponent(file.name)}?offset=${from}`, piece);
      from += piece.size;
      some = true;
    } catch (error) {
      if (!passing(error) || ++failures > RETRIES) throw error;
      await new Promise((later) => { setTimeout(later, PAUSE_MS * failures); });
      const { received } = await getJson(`/datasets/uploads/${id}`);
      from = Object.values(received).reduce((sum, bytes) => sum + bytes, 0) - before;
    }
  }
}
