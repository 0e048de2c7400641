import { extname, isAbsolute, relative, resolve, sep } from 'node:path'

// 60 Chinese characters; the smallest limit met is 143 bytes on encrypted home folders, plus room for “ (2)”.
const maxNameBytes = 136
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/** Any text as one file or folder name that Windows, Linux and a FAT stick accept. Never empty, never a path. */
export function safeName(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  if (clean === '') return '未命名'
  const whole = reserved.test(clean) ? `_${clean}` : clean
  return shorten(whole)
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= maxNameBytes) return name
  const extension = Buffer.byteLength(extname(name)) <= 12 ? extname(name) : ''
  const room = maxNameBytes - Buffer.byteLength(extension) - Buffer.byteLength('…')
  let stem = ''
  let used = 0
  for (const character of name.slice(0, name.length - extension.length)) {
    used += Buffer.byteLength(character)
    if (used > room) break
    stem += character
  }
  return `${stem.trimEnd()}…${extension}`
}

/** Does `path` lie strictly inside `folder`? By path steps, not by text: /foo2 is not inside /foo. */
export function isInside(folder: string, path: string): boolean {
  const steps = relative(resolve(folder), resolve(path))
  return steps !== '' && steps !== '..' && !steps.startsWith(`..${sep}`) && !isAbsolute(steps)
}

/** A place in words: the last two folder names, never the whole path. */
export function placeOf(folder: string): string {
  return resolve(folder).split(sep).filter(Boolean).slice(-2).join('/')
}

/** “表.xlsx” → “表 (2).xlsx”. */
export function numbered(name: string, count: number): string {
  if (count === 1) return name
  const extension = extname(name)
  return `${name.slice(0, name.length - extension.length)} (${count})${extension}`
}
