import { type Retention, readRetention } from './retention.ts'

/** How this machine makes its backups; kept as a preference, not in any backup. */
export type BackupSettings = {
  retention: Retention
  /** Minutes without a key or click after which changes are backed up. */
  idleMinutes: number
}

/** 〔拟〕 */
const defaultIdleMinutes = 3
export const idleLimits = { least: 1, most: 60 } as const

/** The settings out of what was kept; what is missing or no number is as shipped, what is too large or small is bounded. */
export function readSettings(value: unknown): BackupSettings {
  const kept = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown> // each field is looked at
  const { idleMinutes } = kept
  const isFit = typeof idleMinutes === 'number' && Number.isInteger(idleMinutes)
  return {
    retention: readRetention(kept.retention),
    idleMinutes: isFit
      ? Math.min(Math.max(idleMinutes, idleLimits.least), idleLimits.most)
      : defaultIdleMinutes,
  }
}
