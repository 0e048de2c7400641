import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'

export type Log = {
  warn: (text: string, cause?: unknown) => void
  error: (text: string, cause?: unknown) => void
}

const maxBytes = 1024 * 1024
const kept = 3

/** A log of at most four files of one megabyte; a log that cannot be written never stops the work. */
export function openLog(folder: string, now: () => Date): Log {
  const file = join(folder, 'jiheng.log')
  function write(level: string, text: string, cause: unknown): void {
    const line = `${now().toISOString()} ${level} ${redact(text)}${cause === undefined ? '' : ` | ${redact(explain(cause))}`}\n`
    try {
      mkdirSync(folder, { recursive: true })
      rotate(file)
      appendFileSync(file, line, { mode: 0o600 })
    } catch (error) {
      console.error(line, error)
    }
  }
  return {
    warn: (text, cause) => write('warn', text, cause),
    error: (text, cause) => write('error', text, cause),
  }
}

/** Takes out what must not leave the machine with a log: home folder, account, tokens, identity numbers. */
export function redact(text: string): string {
  const account = accountName()
  return text
    .replaceAll(homedir(), '~')
    .replaceAll(account.length > 3 ? account : '\u0000', '<account>')
    .replace(/(token=)[\w-]+/gi, '$1<token>')
    .replace(/\b[0-9a-f]{32,}\b/gi, '<hex>')
    .replace(/(?<!\d)\d{15,19}[\dXx]?(?!\d)/g, '<number>')
}

function accountName(): string {
  try {
    return userInfo().username
  } catch (error) {
    return error instanceof Error ? '' : String(error)
  }
}

function explain(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const inner = cause.cause === undefined ? '' : ` ← ${explain(cause.cause)}`
  return `${cause.stack ?? cause.message}${inner}`
}

function rotate(file: string): void {
  if (!existsSync(file) || statSync(file).size < maxBytes) return
  rmSync(`${file}.${kept}`, { force: true })
  for (let index = kept - 1; index >= 1; index -= 1) {
    if (existsSync(`${file}.${index}`)) renameSync(`${file}.${index}`, `${file}.${index + 1}`)
  }
  renameSync(file, `${file}.1`)
}
