import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, link, lstat, mkdir, open, readFile, rename, rm, statfs } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError, systemCode } from './errors.ts'
import { isInside, numbered, safeName } from './names.ts'

/** The calls on the disk that tests sabotage. */
export type Disk = {
  open: (path: string, flags: string) => Promise<FileHandle>
  readFile: (path: string) => Promise<Uint8Array>
  rename: (from: string, to: string) => Promise<void>
  link: (from: string, to: string) => Promise<void>
  freeBytes: (folder: string) => Promise<number | null>
  pause: (milliseconds: number) => Promise<void>
}

export type NamedFile = { folder: string[]; name: string; bytes: Uint8Array }

export const realDisk: Disk = {
  open: (path, flags) => open(path, flags, 0o644),
  readFile,
  rename,
  link,
  freeBytes,
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

// Beyond the bytes themselves, so that the system and the browser's database still have room to work.
const reserve = 32 * 1024 * 1024
// Nobody works on a stick: a nearly full one still takes a small file.
const stickReserve = 1024 * 1024
// Virus scanners hold a fresh file for moments: about four seconds of patience altogether.
const pauses = [20, 50, 100, 200, 400, 800, 1200, 1600]

/** Writes a file whole or not at all: the old one stays until the new one has been read back and is right. */
export async function writeWhole(path: string, bytes: Uint8Array, disk: Disk = realDisk): Promise<void> {
  const temporary = join(dirname(path), `.jiheng-${randomBytes(6).toString('hex')}.part`)
  await translated(async () => {
    await mkdir(dirname(path), { recursive: true })
    await needRoom(dirname(path), bytes.byteLength, disk)
    try {
      await writeChecked(temporary, bytes, disk)
      await renamePatiently(temporary, path, disk)
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
    await flushFolder(dirname(path))
  })
}

/** Writes a new file; an existing one of that name is left alone and the new one is called “… (2)”. */
export async function writeNew(
  folder: string,
  name: string,
  bytes: Uint8Array,
  disk: Disk = realDisk,
): Promise<string> {
  await translated(() => mkdir(folder, { recursive: true }))
  const path = await freePath(folder, safeName(name))
  await writeWhole(path, bytes, disk)
  return path
}

/**
 * Writes a new file into a folder that must be there: one on a stick that is gone is never made anew on the disk below. No
 * existing name is ever taken, also not by two machines that write into a shared folder at the same moment.
 */
export async function writeBeside(
  folder: string,
  name: string,
  bytes: Uint8Array,
  disk: Disk = realDisk,
): Promise<string> {
  const temporary = join(folder, `.jiheng-${randomBytes(6).toString('hex')}.part`)
  return translated(async () => {
    await needRoom(folder, bytes.byteLength, disk, stickReserve)
    try {
      await writeChecked(temporary, bytes, disk)
      const path = await settle(temporary, folder, safeName(name), disk)
      await flushFolder(folder)
      // Once more under its own name: what is there now is what will be carried away.
      if (sha256Of(await disk.readFile(path)) !== sha256Of(bytes)) throw new AppError('verify-failed')
      return path
    } catch (error) {
      await discard(temporary)
      throw error
    }
  })
}

/** Gives a finished file the first free of its names and says which. */
export async function settle(
  temporary: string,
  folder: string,
  name: string,
  disk: Disk = realDisk,
): Promise<string> {
  for (let count = 1; count < 10_000; count += 1) {
    const path = join(folder, numbered(name, count))
    if (await exists(path)) continue
    try {
      // Unlike a rename, a second name for the file is refused where there is one already.
      await disk.link(temporary, path)
      await rm(temporary, { force: true })
      return path
    } catch (error) {
      if (systemCode(error) === 'EEXIST') continue
      if (!cannotLink.has(systemCode(error))) throw error
    }
    // Sticks know no second names; nobody else writes to them.
    await renamePatiently(temporary, path, disk)
    return path
  }
  throw new AppError('write-refused', new Error(`no free name for ${name}`))
}

const cannotLink: ReadonlySet<string> = new Set([
  ...['EPERM', 'EACCES', 'EBUSY', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EISDIR', 'EMLINK', 'UNKNOWN'],
])

/** What could not be finished goes; where its disk is gone too, the first failure is the one to tell. */
async function discard(path: string): Promise<void> {
  try {
    await rm(path, { force: true })
  } catch (error) {
    if (systemCode(error) === '') throw error
  }
}

/** Writes a new folder with all its files, or nothing: it gets its name only when everything is in it. */
export async function writeFolder(
  parent: string,
  name: string,
  files: NamedFile[],
  disk: Disk = realDisk,
): Promise<string> {
  const temporary = join(parent, `.jiheng-${randomBytes(6).toString('hex')}.part`)
  return translated(async () => {
    await mkdir(parent, { recursive: true })
    const total = files.reduce((sum, file) => sum + file.bytes.byteLength, 0)
    await needRoom(parent, total, disk)
    try {
      await mkdir(temporary)
      for (const file of files) await writeInto(temporary, file, disk)
      const path = await freePath(parent, safeName(name))
      await renamePatiently(temporary, path, disk)
      await flushFolder(parent)
      return path
    } catch (error) {
      await rm(temporary, { recursive: true, force: true })
      throw error
    }
  })
}

async function writeInto(root: string, file: NamedFile, disk: Disk): Promise<void> {
  const folder = join(root, ...file.folder.map(safeName))
  await mkdir(folder, { recursive: true })
  const path = await freePath(folder, safeName(file.name))
  if (!isInside(root, path)) throw new AppError('refused')
  await writeChecked(path, file.bytes, disk)
}

/** Room on the disk that holds `folder`; null where the system does not say. */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const room = await statfs(folder)
    return room.bavail * room.bsize
  } catch (error) {
    if (systemCode(error) === '') throw error
    return null
  }
}

async function needRoom(folder: string, bytes: number, disk: Disk, spare = reserve): Promise<void> {
  const room = await disk.freeBytes(folder)
  if (room !== null && room < bytes + spare) throw new AppError('disk-full')
}

async function writeChecked(path: string, bytes: Uint8Array, disk: Disk): Promise<void> {
  const handle = await disk.open(path, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (sha256Of(await disk.readFile(path)) !== sha256Of(bytes)) throw new AppError('verify-failed')
}

/** SHA-256 in hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function renamePatiently(from: string, to: string, disk: Disk): Promise<void> {
  for (const milliseconds of pauses) {
    try {
      return await disk.rename(from, to)
    } catch (error) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(systemCode(error))) throw error
      await disk.pause(milliseconds)
    }
  }
  await disk.rename(from, to)
}

/** Makes the new name itself survive a power cut. Windows cannot open a folder; there NTFS does it. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(systemCode(error))) throw error
  } finally {
    await handle.close()
  }
}

async function freePath(folder: string, name: string): Promise<string> {
  for (let count = 1; count < 10_000; count += 1) {
    const path = join(folder, numbered(name, count))
    if (!(await exists(path))) return path
  }
  throw new AppError('write-refused', new Error(`no free name for ${basename(name)}`))
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}

/** The disk's many words for failure, as the few the page has a sentence for. */
export async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) throw error
    const code = systemCode(error)
    if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) throw new AppError('disk-full', error)
    if (['EPERM', 'EACCES', 'EBUSY', 'EROFS', 'EISDIR'].includes(code))
      throw new AppError('write-refused', error)
    if (['ENOENT', 'ENOTDIR', 'EIO', 'ENODEV', 'ENXIO', 'ENAMETOOLONG', 'EEXIST'].includes(code)) {
      throw new AppError('place-unavailable', error)
    }
    throw error
  }
}
