import { vi } from 'vitest'
import type { desktop as real } from '#desktop'

export type Disk = ReturnType<typeof newDisk>

/** The files beside one machine's database, by their content. */
export function newDisk() {
  const files = new Map<string, Uint8Array>()
  return {
    files,
    keepAttachment: vi.fn(async (bytes: Uint8Array) => {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
      const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
      files.set(hash, bytes)
      return { hash, size: bytes.byteLength }
    }),
    readAttachment: vi.fn(async (hash: string) => files.get(hash) ?? null),
    lackedAttachments: vi.fn(async (hashes: string[]) => hashes.filter((hash) => !files.has(hash))),
  }
}

let current = newDisk()

/** From now on what the page keeps lies here. */
export function openDisk(disk: Disk): void {
  current = disk
}

/** Every test of packages mocks `#desktop` by this module: the disk is that of the machine which is open. */
export const desktop = {
  keepAttachment: (bytes: Uint8Array) => current.keepAttachment(bytes),
  readAttachment: (hash: string) => current.readAttachment(hash),
  lackedAttachments: (hashes: string[]) => current.lackedAttachments(hashes),
} satisfies Partial<typeof real>
