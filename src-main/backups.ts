import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { AppError, systemCode } from './errors.ts'
import { type Disk, realDisk, sha256Of, writeNew, writeWhole } from './files.ts'
import { isInside, placeOf } from './names.ts'

/** The folder beside the data, and the second one that a person has chosen. */
export const backupPlaces = ['own', 'second'] as const
export type BackupPlace = (typeof backupPlaces)[number]

/** Only files of these names are listed, read or removed here: nothing else of a folder is ever touched. */
export const backupName =
  /^(?:绩衡备份|损坏的数据)_\d{8}-\d{6}_[^\p{C}\p{Z}/\\:*?"<>|._]{1,20}(?: \(\d{1,4}\))?\.jhb$/u
/** A piece beside the backups, named by its content (or, sealed, by its content and its key). */
export const pieceName = /^[0-9a-f]{64}(?:\.[0-9a-f]{8})?$/

export type BackupFile = {
  name: string
  size: number
  /** ISO moment. */
  changedAt: string
  /** As at writing, changed since, or written by somebody else. */
  state: 'as-written' | 'changed' | 'unknown'
  note: string | null
}

export type SecondFolder = { place: string; isReachable: boolean } | null

export type Backups = {
  list: () => Promise<{ place: string; own: BackupFile[]; second: SecondFolder; copies: BackupFile[] }>
  write: (file: {
    name: string
    bytes: Uint8Array
    note: string
    to: BackupPlace
  }) => Promise<{ name: string }>
  read: (name: string, from: BackupPlace) => Promise<{ bytes: Uint8Array; state: BackupFile['state'] } | null>
  /** Removes those; never so many that fewer than three are left. */
  remove: (names: readonly string[], from: BackupPlace) => Promise<number>
  /** Remembers a folder after it was shown that it can be written to; null forgets it. */
  setSecond: (path: string | null) => Promise<SecondFolder>
  /** Of these pieces, those the second folder does not have. */
  lacks: (names: readonly string[]) => Promise<string[]>
  keepPiece: (name: string, bytes: Uint8Array) => Promise<void>
  readPiece: (name: string) => Promise<Uint8Array | null>
}

const kept = z.record(z.string(), z.object({ size: z.number(), sha256: z.string(), note: z.string() }))
const chosen = z.object({ path: z.string() })
const leastLeft = 3
const pieceFolder = '绩衡备份附件'
const mostBytes = 256 * 1024 * 1024

/** Backups in `folder`; what they were when written stands in an index beside them. */
export function openBackups(folder: string, disk: Disk = realDisk): Backups {
  const [indexFile, secondFile] = [join(folder, 'index.json'), join(folder, 'second.json')]
  const readIndex = () => readJson(indexFile, kept, {})
  const keyOf = (name: string, place: BackupPlace) => (place === 'own' ? name : `second/${name}`)

  async function secondPath(): Promise<string | null> {
    return (await readJson(secondFile, chosen.nullable(), null))?.path ?? null
  }
  async function secondFolder(): Promise<SecondFolder> {
    const path = await secondPath()
    return path === null ? null : { place: placeOf(path), isReachable: await isFolder(path) }
  }
  /** A folder on a stick that is not there must not be made anew on the disk below. */
  async function folderOf(place: BackupPlace): Promise<string> {
    if (place === 'own') return folder
    const path = await secondPath()
    if (path === null || !(await isFolder(path))) throw new AppError('place-unavailable')
    return path
  }
  async function listed(place: BackupPlace): Promise<BackupFile[]> {
    const path = place === 'own' ? folder : await secondPath()
    if (path === null) return []
    const index = await readIndex()
    const files: BackupFile[] = []
    for (const name of await namesIn(path)) {
      const found = await stat(join(path, name))
      const entry = index[keyOf(name, place)]
      const state = entry === undefined ? 'unknown' : entry.size === found.size ? 'as-written' : 'changed'
      const changedAt = found.mtime.toISOString()
      files.push({ name, size: found.size, changedAt, state, note: entry?.note ?? null })
    }
    return files.toSorted((left, right) => (left.name < right.name ? 1 : -1))
  }
  async function note(changes: Record<string, z.infer<typeof kept>[string] | null>): Promise<void> {
    const index: Record<string, z.infer<typeof kept>[string] | null> = { ...(await readIndex()), ...changes }
    const left = Object.entries(index).filter(([, entry]) => entry !== null)
    await writeWhole(indexFile, utf8(JSON.stringify(Object.fromEntries(left))), disk)
  }
  const pathOfPiece = (root: string, name: string) => join(root, pieceFolder, name.slice(0, 2), name)

  return {
    list: async () => ({
      place: placeOf(folder),
      own: await listed('own'),
      second: await secondFolder(),
      copies: await listed('second'),
    }),
    write: async ({ name, bytes, note: text, to }) => {
      const path = await writeNew(await folderOf(to), name, bytes, disk)
      const own = path.split(/[/\\]/).at(-1) ?? name
      await note({ [keyOf(own, to)]: { size: bytes.byteLength, sha256: sha256Of(bytes), note: text } })
      return { name: own }
    },
    read: async (name, from) => {
      const path = join(await folderOf(from), name)
      const size = await sizeOf(path)
      if (size === null) return null
      if (size > mostBytes) throw new AppError('too-large')
      const bytes = new Uint8Array(await readWhole(path))
      const entry = (await readIndex())[keyOf(name, from)]
      const state =
        entry === undefined ? 'unknown' : entry.sha256 === sha256Of(bytes) ? 'as-written' : 'changed'
      return { bytes, state }
    },
    remove: async (names, from) => {
      const path = await folderOf(from)
      const there = await namesIn(path)
      const going = [...new Set(names)].filter((name) => there.includes(name))
      if (going.length === 0) return 0
      if (there.length - going.length < leastLeft) throw new AppError('refused')
      for (const name of going) await rm(join(path, name))
      await note(Object.fromEntries(going.map((name) => [keyOf(name, from), null])))
      return going.length
    },
    setSecond: async (path) => {
      if (path !== null) await assertUsable(path, folder, disk)
      await writeWhole(secondFile, utf8(JSON.stringify(path === null ? null : { path: resolve(path) })), disk)
      return secondFolder()
    },
    lacks: async (names) => {
      const root = await folderOf('second')
      const missing: string[] = []
      for (const name of names) if ((await sizeOf(pathOfPiece(root, name))) === null) missing.push(name)
      return missing
    },
    keepPiece: async (name, bytes) => {
      // A piece in clear is named by its content.
      if (!name.includes('.') && sha256Of(bytes) !== name) throw new AppError('refused')
      await writeWhole(pathOfPiece(await folderOf('second'), name), bytes, disk)
    },
    readPiece: async (name) => {
      const path = pathOfPiece(await folderOf('second'), name)
      return (await sizeOf(path)) === null ? null : new Uint8Array(await readWhole(path))
    },
  }
}

/** A person's folder: a whole path, there, outside our own data, and really writable. */
async function assertUsable(path: string, own: string, disk: Disk): Promise<void> {
  if (!isAbsolute(path) || path.includes('\0') || !(await isFolder(path)))
    throw new AppError('place-unavailable')
  const data = resolve(own, '..')
  if (resolve(path) === data || isInside(data, path)) throw new AppError('refused')
  const trial = join(path, '.jiheng-试写')
  await writeWhole(trial, utf8('绩衡'), disk)
  await rm(trial, { force: true })
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => backupName.test(name))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EIO', 'EACCES', 'EPERM', 'ENODEV', 'ENXIO'].includes(systemCode(error)))
      return []
    throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    if (systemCode(error) === '') throw error
    return false
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : null
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return null
    throw new AppError('place-unavailable', error)
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new AppError('place-unavailable', error)
  }
}

/** A small file of ours; what is missing or was damaged counts as empty: the backups themselves are still there. */
async function readJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  empty: z.output<Schema>,
): Promise<z.output<Schema>> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.data : empty
  } catch (error) {
    if (error instanceof SyntaxError || systemCode(error) === 'ENOENT') return empty
    throw new AppError('place-unavailable', error)
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
