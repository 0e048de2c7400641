import { inspectPackage, type Opened } from './package.ts'
import { fileDigests } from './records-package.ts'

/** A package whose signature and digests were proved, with the digests of its file. */
export type Proved = Opened & { sha256: string; sm3: string }

/** Throws AppError as `inspectPackage` does. */
export function proved(bytes: Uint8Array): Proved {
  return { ...inspectPackage(bytes), ...fileDigests(bytes) }
}
