import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

export type Outgoing = { name: string; bytes: Uint8Array }

/** A word as bytes and texts may hold it: the encodings, the escapes of XML, HTML, JSON and addresses. */
function writings(word: string): Buffer[] {
  const points = [...word].map((letter) => letter.codePointAt(0) ?? 0)
  const plain = [
    word,
    points.map((point) => `&#${point};`).join(''),
    points.map((point) => `&#x${point.toString(16)};`).join(''),
    points.map((point) => `\\u${point.toString(16).padStart(4, '0')}`).join(''),
    encodeURIComponent(word),
  ]
  const little = Buffer.from(word, 'utf16le')
  return [
    ...plain.flatMap((text) => [Buffer.from(text), Buffer.from(text.toUpperCase())]),
    little,
    Buffer.from(little).swap16(),
  ]
}

/** All that a file holds, itself among it: what zips, gzips and deflated streams in it unpack to, and XML as its bare text. */
function contentsOf(bytes: Buffer, depth = 0): Buffer[] {
  if (depth > 4) return [bytes]
  const inner = [...zipped(bytes), ...gzipped(bytes), ...deflated(bytes)]
  // Word cuts a sentence into runs, Excel a text into parts: the tags between them go.
  const isXml = bytes.subarray(0, 200).includes('<')
  const bare = isXml ? [Buffer.from(bytes.toString('utf8').replace(/<[^>]*>/g, ''))] : []
  return [bytes, ...bare, ...inner.flatMap((each) => contentsOf(each, depth + 1))]
}

/** Entries of a zip, found by their local heads wherever they lie, with their names. */
function zipped(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  const head = Buffer.from([0x50, 0x4b, 3, 4])
  for (let at = bytes.indexOf(head); at >= 0; at = bytes.indexOf(head, at + 4)) {
    const method = bytes.readUInt16LE(at + 8)
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    found.push(bytes.subarray(at + 30, start))
    if (method === 8) found.push(...unpackedFrom(() => inflateRawSync(bytes.subarray(start))))
    const size = bytes.readUInt32LE(at + 18)
    if (method === 0 && size > 0) found.push(bytes.subarray(start, start + size))
  }
  return found
}

function gzipped(bytes: Buffer): Buffer[] {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? unpackedFrom(() => gunzipSync(bytes)) : []
}

/** Streams as a PDF has them: zlib heads anywhere in the bytes. */
function deflated(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = bytes.indexOf(0x78); at >= 0; at = bytes.indexOf(0x78, at + 1))
    if (bytes.length - at > 8 && bytes.readUInt16BE(at) % 31 === 0)
      found.push(...unpackedFrom(() => inflateSync(bytes.subarray(at))))
  return found
}

/** What looks like a stream and is none holds nothing. */
function unpackedFrom(unpack: () => Buffer): Buffer[] {
  try {
    return [unpack()]
  } catch (error) {
    if (error instanceof Error) return []
    throw error
  }
}

/** In which files which of the words stand, anywhere in all their bytes. */
export function foundIn(files: readonly Outgoing[], words: readonly string[]): string[] {
  const wanted = words.map((word) => ({ word, forms: writings(word) }))
  return files.flatMap(({ name, bytes }) => {
    const parts = [Buffer.from(name), ...contentsOf(Buffer.from(bytes))]
    return wanted
      .filter(({ forms }) => parts.some((part) => forms.some((form) => part.includes(form))))
      .map(({ word }) => `${name}: ${word}`)
  })
}
