/** What the exchange asks of the machine, kept in memory: the disk is measured elsewhere. */
const files = new Map<string, Uint8Array>()

export const desktop = {
  async keepAttachment(bytes: Uint8Array): Promise<{ hash: string; size: number }> {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
    const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
    files.set(hash, bytes)
    return { hash, size: bytes.length }
  },
  readAttachment: async (hash: string): Promise<Uint8Array | null> => files.get(hash) ?? null,
  async report(): Promise<void> {
    files.clear()
  },
}
