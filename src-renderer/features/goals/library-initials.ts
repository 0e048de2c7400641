import { initialsOf } from '#storage/initials'

const known = new Map<string, string>()

/** Pinyin initials of an entry's name; each is worked out once, at the first search in letters. */
export function libraryInitials(name: string): string {
  const kept = known.get(name)
  if (kept !== undefined) return kept
  const made = initialsOf(name)
  known.set(name, made)
  return made
}
