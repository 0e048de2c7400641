import { constants } from 'node:fs'
import { type FileHandle, lstat, mkdir, open, opendir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, systemCode } from './errors.ts'
import { type Disk, settle, sha256Of, translated, writeBeside } from './files.ts'
import { safeName } from './names.ts'

/** Names under which packages are listed, read and written; hidden ones are other programs' own. */
export const packageName = /^(?![.~])[^\p{Cc}/\\:]{1,200}\.jhx$/iu
/** The largest package that is read. */
export const maxPackageBytes = 256 * 1024 * 1024
const takenFolder = '已导入'

export type PackageFile = { name: string; size: number; changedAt: string }
export type Listing = {
  /** `sha256` is '' until there was time to reckon it. */
  packages: (PackageFile & { sha256: string })[]
  /** Called like packages, but cut off or still being copied. */
  unfinished: PackageFile[]
  /** There are more files than are ever looked at. */
  isCut: boolean
}

const mostEntries = 5000
/** What one look may read to reckon digests: the next look goes on. */
const bytesPerLook = 64 * 1024 * 1024
const mostDigests = 10_000
/** Pieces left behind by a pulled stick; younger ones may be another machine's work of this moment. */
const staleAfter = 24 * 60 * 60 * 1000
const pieceName = /^\.jiheng-[0-9a-f]{12}\.part$/

/** Digests by file, size and time, so that a file is read once. */
export type Digests = Map<string, string>

/** The packages of a folder, the newest first; links, folders and other files are passed over. */
export async function listPackages(folder: string, digests: Digests): Promise<Listing> {
  const [names, isCut] = await namesIn(folder)
  const listing: Listing = { packages: [], unfinished: [], isCut }
  let left = bytesPerLook
  for (const name of names) {
    const found = await lookedAt(folder, name, digests, left)
    if (found === null) continue
    const { isWhole, bytesRead, ...file } = found
    left -= bytesRead
    if (isWhole) listing.packages.push(file)
    else listing.unfinished.push({ name, size: file.size, changedAt: file.changedAt })
  }
  listing.packages.sort((one, other) => (one.changedAt < other.changedAt ? 1 : -1))
  return listing
}

async function namesIn(folder: string): Promise<[string[], boolean]> {
  const names: string[] = []
  let count = 0
  const entries = await gone('folder-gone', () => opendir(folder))
  for await (const entry of entries) {
    if (++count > mostEntries) return [names, true]
    if (entry.isFile() && packageName.test(entry.name)) names.push(entry.name)
  }
  return [names, false]
}

type LookedAt = PackageFile & { sha256: string; isWhole: boolean; bytesRead: number }

async function lookedAt(
  folder: string,
  name: string,
  digests: Digests,
  left: number,
): Promise<LookedAt | null> {
  try {
    return await withFile(join(folder, name), async (handle) => {
      const { size, mtime, mtimeMs, ino } = await handle.stat()
      const file = { name, size, changedAt: mtime.toISOString() }
      if (!(await endsWhole(handle, size))) return { ...file, sha256: '', isWhole: false, bytesRead: 0 }
      const key = [folder, name, size, mtimeMs, ino].join('|')
      const known = digests.get(key) ?? ''
      if (known !== '' || size > left || size > maxPackageBytes)
        return { ...file, sha256: known, isWhole: true, bytesRead: 0 }
      const sha256 = sha256Of(await bytesOf(handle, size))
      if (digests.size >= mostDigests) digests.clear()
      digests.set(key, sha256)
      return { ...file, sha256, isWhole: true, bytesRead: size }
    })
  } catch (error) {
    // It went, or became something else, while it was looked at.
    if (error instanceof AppError && error.code !== 'folder-gone') return null
    throw error
  }
}

/** The content of a package, whole. Throws `file-gone`, `file-unfinished`, `too-large`. */
export async function readPackage(folder: string, name: string): Promise<Uint8Array> {
  return withFile(join(folder, name), async (handle) => {
    const { size } = await handle.stat()
    if (size > maxPackageBytes) throw new AppError('too-large')
    const bytes = await bytesOf(handle, size)
    if (!isWholeZip(bytes.subarray(0, 4), bytes.subarray(-endBytes), size))
      throw new AppError('file-unfinished')
    return bytes
  })
}

/** Writes a package under a name of its own, wholly or not at all. Throws `file-unfinished` for what is none. */
export async function writePackage(
  folder: string,
  name: string,
  bytes: Uint8Array,
  disk: Disk,
): Promise<string> {
  if (!isWholeZip(bytes.subarray(0, 4), bytes.subarray(-endBytes), bytes.byteLength))
    throw new AppError('file-unfinished')
  await removeStalePieces(folder)
  return readOnly(() => writeBeside(folder, safeName(name), bytes, disk))
}

/** Puts a file that was taken into the folder beside. Throws `file-gone` where it is not these very bytes any more. */
export async function putAway(folder: string, name: string, sha256: string, disk: Disk): Promise<string> {
  if (sha256Of(await readPackage(folder, name)) !== sha256) throw new AppError('file-gone')
  const taken = join(folder, takenFolder)
  return readOnly(() =>
    translated(async () => {
      await mkdir(taken).catch((error: unknown) => {
        if (systemCode(error) !== 'EEXIST') throw error
      })
      if (!(await lstat(taken)).isDirectory()) throw new AppError('refused')
      return settle(join(folder, name), taken, name, disk)
    }),
  )
}

/** A folder for packages has no other reason to refuse than that it may not be written to. */
async function readOnly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError && error.code === 'write-refused')
      throw new AppError('folder-read-only', error)
    throw error
  }
}

async function removeStalePieces(folder: string): Promise<void> {
  const names = await gone('folder-gone', () => readdir(folder))
  for (const name of names.filter((each) => pieceName.test(each))) {
    const path = join(folder, name)
    try {
      if (Date.now() - (await stat(path)).mtimeMs > staleAfter) await rm(path, { force: true })
    } catch (error) {
      // Another machine's, or gone already: it harms nobody.
      if (systemCode(error) === '') throw error
    }
  }
}

/** A regular file and no link: never waits for a pipe, never follows out of the folder. */
async function withFile<T>(path: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  const found = await gone('file-gone', () => lstat(path))
  if (!found.isFile()) throw new AppError('file-gone')
  const handle = await gone('file-gone', () => open(path, flags))
  try {
    if (!(await handle.stat()).isFile()) throw new AppError('file-gone')
    return await gone('file-gone', () => work(handle))
  } finally {
    await handle.close()
  }
}

async function bytesOf(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size)
  let at = 0
  while (at < size) {
    const { bytesRead } = await handle.read(bytes, at, size - at, at)
    if (bytesRead === 0) throw new AppError('file-unfinished')
    at += bytesRead
  }
  return bytes
}

const endBytes = 22

async function endsWhole(handle: FileHandle, size: number): Promise<boolean> {
  if (size < endBytes) return false
  const [head, end] = [new Uint8Array(4), new Uint8Array(endBytes)]
  await handle.read(head, 0, 4, 0)
  await handle.read(end, 0, endBytes, size - endBytes)
  return isWholeZip(head, end, size)
}

/** A zip ends with where its directory lies and how long it is: a half one does not end so. */
function isWholeZip(head: Uint8Array, end: Uint8Array, size: number): boolean {
  if (size < endBytes || end.byteLength < endBytes) return false
  const view = new DataView(end.buffer, end.byteOffset, endBytes)
  const isHead = head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4
  if (!isHead || view.getUint32(0, true) !== 0x06054b50) return false
  return view.getUint32(12, true) + view.getUint32(16, true) + endBytes === size
}

/** The disk's words for a thing that cannot be had any more, as one. */
async function gone<T>(code: 'folder-gone' | 'file-gone', work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError || systemCode(error) === '') throw error
    throw new AppError(code, error)
  }
}
