import { randomUUID } from 'node:crypto'
import { access, constants, readFile, realpath, rm, stat } from 'node:fs/promises'
import { basename, isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { AppError, systemCode } from './errors.ts'
import {
  type Digests,
  type Listing,
  listPackages,
  putAway,
  readPackage,
  writePackage,
} from './exchange-files.ts'
import { type Disk, freeBytes, realDisk, writeBeside, writeWhole } from './files.ts'
import { isInside, placeOf } from './names.ts'

export const folderKinds = ['inbox', 'outbox', 'both'] as const
export type FolderKind = (typeof folderKinds)[number]
export const maxFolders = 20

/** A folder as the page knows it: no path, only its place in words. */
export type ExchangeFolder = {
  id: string
  kind: FolderKind
  /** What people call the medium: 优盘、共享文件夹. */
  label: string
  place: string
  state: 'there' | 'read-only' | 'gone'
  freeBytes: number | null
}

const keptSchema = z
  .array(
    z.object({
      id: z.string(),
      kind: z.enum(folderKinds),
      label: z.string(),
      path: z.string(),
      /** Whether it lay on a disk other than our data when it was added: a stick or a share. */
      isOnOtherDisk: z.boolean(),
    }),
  )
  .max(maxFolders)
type Kept = z.infer<typeof keptSchema>[number]

export type ExchangeFolders = {
  list: () => Promise<ExchangeFolder[]>
  add: (wanted: { kind: FolderKind; label: string; path: string }) => Promise<ExchangeFolder>
  forget: (id: string) => Promise<void>
  packages: (id: string) => Promise<Listing>
  read: (id: string, name: string) => Promise<Uint8Array>
  write: (id: string, name: string, bytes: Uint8Array) => Promise<{ name: string; place: string }>
  putAway: (id: string, name: string, sha256: string) => Promise<{ name: string }>
}

/** Folders through which packages travel, remembered in `data`; `diskOf` says on which disk a folder lies. */
export function openExchangeFolders(
  data: string,
  disk: Disk = realDisk,
  diskOf: (path: string) => Promise<number> = async (path) => (await stat(path)).dev,
): ExchangeFolders {
  const file = join(data, 'exchange-folders.json')
  const digests: Digests = new Map()

  async function kept(): Promise<Kept[]> {
    try {
      const read = keptSchema.safeParse(JSON.parse(await readFile(file, 'utf8')))
      return read.success ? read.data : []
    } catch (error) {
      // A damaged list is as good as none: the folders themselves are where they were.
      if (error instanceof SyntaxError || systemCode(error) === 'ENOENT') return []
      throw new AppError('place-unavailable', error)
    }
  }
  async function keep(folders: readonly Kept[]): Promise<void> {
    const bytes = new TextEncoder().encode(JSON.stringify(folders))
    await writeWhole(file, bytes, disk)
  }

  /** Where a folder really is, if it is there: with its stick gone, the empty place it was mounted at is not it. */
  async function whereIs({ path, isOnOtherDisk }: Kept): Promise<string | null> {
    try {
      const real = await realpath(path)
      if (!(await stat(real)).isDirectory() || (await isOurs(real))) return null
      if (isOnOtherDisk && (await diskOf(real)) === (await diskOf(data))) return null
      return real
    } catch (error) {
      if (systemCode(error) === '') throw error
      return null
    }
  }
  async function isOurs(real: string): Promise<boolean> {
    const own = await realpath(data)
    return real === own || isInside(own, real)
  }
  async function shown(folder: Kept): Promise<ExchangeFolder> {
    const { id, kind, label, path } = folder
    const where = await whereIs(folder)
    const facts = { id, kind, label, place: placeOf(path) }
    if (where === null) return { ...facts, state: 'gone', freeBytes: null }
    const state = (await mayWrite(where)) ? 'there' : 'read-only'
    return { ...facts, state, freeBytes: await freeBytes(where) }
  }
  async function opened(id: string, purpose: FolderKind): Promise<string> {
    const folder = (await kept()).find((each) => each.id === id)
    if (!folder) throw new AppError('folder-gone')
    if (folder.kind !== 'both' && purpose !== 'both' && folder.kind !== purpose) throw new AppError('refused')
    const where = await whereIs(folder)
    if (where === null) throw new AppError('folder-gone')
    return where
  }
  /** A person's folder: a whole path, there, outside our own data, and writable where it is to be written to. */
  async function usable(path: string, kind: FolderKind): Promise<string> {
    if (!isAbsolute(path) || path.includes('\0')) throw new AppError('folder-unfit')
    try {
      const real = await realpath(path)
      if (!(await stat(real)).isDirectory() || (await isOurs(real))) throw new AppError('folder-unfit')
      if (kind !== 'inbox') await tryWriting(real, disk)
      return real
    } catch (error) {
      if (error instanceof AppError || systemCode(error) === '') throw error
      throw new AppError('folder-unfit', error)
    }
  }

  return {
    list: async () => Promise.all((await kept()).map(shown)),
    add: async ({ kind, label, path }) => {
      const real = await usable(path, kind)
      const folders = await kept()
      const before = folders.find((folder) => folder.path === real)
      if (!before && folders.length >= maxFolders) throw new AppError('folder-unfit')
      const isOnOtherDisk = (await diskOf(real)) !== (await diskOf(data))
      const folder = { id: before?.id ?? randomUUID(), kind, label, path: real, isOnOtherDisk }
      await keep([...folders.filter(({ id }) => id !== folder.id), folder])
      return shown(folder)
    },
    forget: async (id) => keep((await kept()).filter((folder) => folder.id !== id)),
    packages: async (id) => listPackages(await opened(id, 'both'), digests),
    read: async (id, name) => readPackage(await opened(id, 'inbox'), name),
    write: async (id, name, bytes) => {
      const path = await writePackage(await opened(id, 'outbox'), name, bytes, disk)
      return { name: basename(path), place: placeOf(join(path, '..')) }
    },
    putAway: async (id, name, sha256) => ({
      name: basename(await putAway(await opened(id, 'inbox'), name, sha256, disk)),
    }),
  }
}

async function mayWrite(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK)
    return true
  } catch (error) {
    if (systemCode(error) === '') throw error
    return false
  }
}

async function tryWriting(folder: string, disk: Disk): Promise<void> {
  try {
    await rm(await writeBeside(folder, '绩衡试写.tmp', new TextEncoder().encode('绩衡'), disk), {
      force: true,
    })
  } catch (error) {
    if (error instanceof AppError && error.code === 'write-refused')
      throw new AppError('folder-read-only', error)
    throw error
  }
}
