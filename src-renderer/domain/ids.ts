/**
 * A time-ordered id (UUID version 7) from a given time and ten given random bytes: records from many stations meet,
 * so nothing is ever numbered by a counter.
 */
export function makeId(milliseconds: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  let time = milliseconds
  for (let index = 5; index >= 0; index--) {
    bytes[index] = time % 256
    time = Math.floor(time / 256)
  }
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** When a time-ordered id was made; '' for an id of another kind. */
export function momentOfId(id: string): string {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(id)) return ''
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toISOString()
}
