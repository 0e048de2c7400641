/** Everything main may tell the page about a failure. A new code needs a sentence in ui/error-text.ts. */
export type ErrorCode =
  | 'bad-request'
  | 'unknown-verb'
  | 'refused'
  | 'too-large'
  | 'not-available'
  | 'disk-full'
  | 'write-refused'
  | 'place-unavailable'
  | 'verify-failed'
  | 'attachment-damaged'
  | 'folder-unfit'
  | 'folder-gone'
  | 'folder-read-only'
  | 'file-gone'
  | 'file-unfinished'
  | 'internal'

/** A failure of the outside world that the page has a sentence for. Anything else is a bug: `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause })
    this.name = 'AppError'
    this.code = code
  }
}

/** The system's own word for what failed (ENOSPC, EPERM …), or an empty text. */
export function systemCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
