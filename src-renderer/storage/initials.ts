import { pinyin } from 'pinyin-pro'

/** Lower-case pinyin initials of a name; other letters and digits stay, signs are left out. */
export function initialsOf(name: string): string {
  const letters = pinyin(name.normalize('NFKC'), {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
  })
  return letters
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
