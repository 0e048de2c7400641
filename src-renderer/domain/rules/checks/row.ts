import type { CheckRule, Mark } from '../../year-rules.ts'
import type { CheckCode } from '../check-codes.ts'

/** Code, severity, message, suggestion, mark, clause, parameters. An error blocks 送审. */
export type CheckRow = [CheckCode, CheckRule['severity'], string, string, Mark, string, CheckRule['params']?]

export const city = '巴财〔2020〕38号 三（二）4'
