/** A value as the JSON of a part of a package, in UTF-8. */
export function jsonBytes(value: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}
