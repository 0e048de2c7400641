import { Unzip, UnzipInflate, type Zippable, zipSync } from 'fflate'
import { AppError } from '#domain/errors'

/** What a package may hold: far more than any county sends, far less than harms an old machine. */
export const archiveLimits = { files: 5000, bytes: 200 * 1024 * 1024 } as const

/** A name inside a package: plain, relative, without a way out. */
const plainName = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[0-9A-Za-z][0-9A-Za-z._/-]{0,199}$/

/** Files that are compressed already (records, pictures, scanned papers) are stored: they would only cost time. */
export function packed(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries: Zippable = {}
  for (const [name, bytes] of Object.entries(files))
    entries[name] = [bytes, { level: name.endsWith('.json') ? 6 : 0 }]
  return zipSync(entries, { mtime: '1980-01-01T00:00:00' })
}

/**
 * The files of a package. Sizes are counted while they unpack, whatever their heads say. Throws `not-a-package` for what is
 * no zip or is cut off, `package-altered` for names that no package has, twice the same, or more than the limits.
 */
export function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || !isWhole(bytes)) throw new AppError('not-a-package')
  const files = new Map<string, Uint8Array>()
  let size = 0
  let open = 0
  const unzip = new Unzip((file) => {
    if (!plainName.test(file.name) || files.has(file.name)) throw new AppError('package-altered')
    if (files.size >= archiveLimits.files) throw new AppError('package-altered')
    files.set(file.name, new Uint8Array())
    const chunks: Uint8Array[] = []
    open++
    file.ondata = (error, chunk, isLast) => {
      // What is thrown here comes back as the error of the next call.
      if (error) throw error instanceof AppError ? error : new AppError('not-a-package', { cause: error })
      size += chunk.length
      if (size > archiveLimits.bytes) throw new AppError('package-altered')
      chunks.push(chunk)
      if (!isLast) return
      open--
      files.set(file.name, joined(chunks))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    const step = 64 * 1024
    for (let start = 0; start < bytes.length; start += step)
      unzip.push(bytes.subarray(start, start + step), start + step >= bytes.length)
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('not-a-package', { cause: error })
  }
  if (open > 0 || files.size === 0) throw new AppError('not-a-package')
  return files
}

/** A zip ends with the record of its directory; what was cut off on the way does not. */
function isWhole(bytes: Uint8Array): boolean {
  const end = bytes.length - 22
  return end >= 0 && [0x50, 0x4b, 5, 6].every((byte, index) => bytes[end + index] === byte)
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
