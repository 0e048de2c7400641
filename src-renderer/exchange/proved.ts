import type { Digests } from './digests.ts'
import type { Opened } from './package.ts'

/** A package whose signature and digests were proved, with the digests of its file. */
export type Proved = Opened & Digests
