/**
 * MurmurHash3 (x86, 32 bits, public domain) of a text's UTF-16 units taken as bytes: the order of a draw has to be the
 * same on every machine and for whoever recomputes it, and the domain has no libraries. Not for secrets.
 */
export function murmur3(text: string, seed: number): number {
  const blocks = text.length & ~3
  let hash = seed
  for (let at = 0; at < blocks; at += 4) {
    hash ^= mixed(byte(text, at, 0) | byte(text, at, 1) | byte(text, at, 2) | byte(text, at, 3))
    hash = (Math.imul(rotated(hash, 13), 5) + 0xe6546b64) | 0
  }
  let rest = 0
  for (let index = 0; blocks + index < text.length; index++) rest |= byte(text, blocks, index)
  if (rest !== 0) hash ^= mixed(rest)
  return finished(hash ^ text.length)
}

function byte(text: string, at: number, index: number): number {
  return (text.charCodeAt(at + index) & 0xff) << (8 * index)
}

function mixed(block: number): number {
  return Math.imul(rotated(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593)
}

function rotated(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits))
}

function finished(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
