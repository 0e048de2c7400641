/** Every way in which storage or an action can refuse; each has its sentence in ui/error-text.ts. */
export const errorCodes = [
  'changed-meanwhile',
  'newer-database',
  'database-unavailable',
  'not-allowed',
  'not-found',
  'duplicate-code',
  'undo-impossible',
  'form-begun',
  'submission-blocked',
  'storage-full',
  'not-permitted',
  'out-of-reach',
  'opinion-missing',
  'gate-closed',
  'condition-unmet',
  'grade-missing',
  'grade-forbids',
  'reason-missing',
  'day-unfit',
  'publication-exempt',
  'nothing-changed',
  'adjustment-open',
  'disposal-open',
  'application-open',
  'major-unassessed',
  'login-failed',
  'account-locked',
  'account-unfit',
  'password-unfit',
  'sealed-unreadable',
  'data-key-missing',
  'entry-faulty',
  'opinion-unanswered',
  'not-a-package',
  'package-altered',
  'newer-package',
  'wrong-passphrase',
  'wrong-purpose',
  'not-for-here',
  'station-missing',
  'book-collected',
  'secret-inside',
  'package-stopped',
  'package-untrusted',
  'kit-out',
  'kit-not-open',
  'kit-other',
  'kit-taken',
  'not-a-backup',
  'backup-cut-off',
  'backup-damaged',
  'backup-forged',
  'newer-backup',
  'backup-is-book',
  'backup-is-whole',
  'backup-unfinished',
  'backup-passphrase',
  'book-read-only',
  'book-known',
  'secret-unsealed',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** A failure of the outside world or a refused action, by code; never used for faults in data (see problem.ts). */
export class AppError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, options?: ErrorOptions) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
  }
}
