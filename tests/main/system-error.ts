/** What the file system throws. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}
