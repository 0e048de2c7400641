import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, systemCode } from './errors.ts'
import { sha256Of, writeWhole } from './files.ts'

/** Files kept by what is in them: the same content is stored once, whatever it is called and wherever it is cited. */
export type Attachments = {
  /** Keeps the content and returns the name it is found by; kept content is never written again. */
  keep: (bytes: Uint8Array) => Promise<{ hash: string; size: number }>
  /** The content; null where there is none. Throws `attachment-damaged` where it is not what it was. */
  read: (hash: string) => Promise<Uint8Array | null>
  /** Of these, those under which nothing is kept. */
  lacks: (hashes: readonly string[]) => Promise<string[]>
}

export function openAttachments(folder: string): Attachments {
  // The hash is checked at the contract: 64 hexadecimal digits, so no path can be made of it.
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash)
  async function stored(hash: string): Promise<Uint8Array | null> {
    try {
      return new Uint8Array(await readFile(pathOf(hash)))
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw new AppError('place-unavailable', error)
      return null
    }
  }
  return {
    keep: async (bytes) => {
      const hash = sha256Of(bytes)
      const there = await stored(hash)
      // A damaged copy is mended by the good one at hand.
      if (there === null || sha256Of(there) !== hash) await writeWhole(pathOf(hash), bytes)
      return { hash, size: bytes.byteLength }
    },
    read: async (hash) => {
      const bytes = await stored(hash)
      if (bytes !== null && sha256Of(bytes) !== hash) throw new AppError('attachment-damaged')
      return bytes
    },
    lacks: async (hashes) => {
      const missing: string[] = []
      for (const hash of hashes) if (!(await isKept(pathOf(hash)))) missing.push(hash)
      return missing
    },
  }
}

async function isKept(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw new AppError('place-unavailable', error)
    return false
  }
}
