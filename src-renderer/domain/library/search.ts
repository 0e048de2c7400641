import { type LibraryIndicator, nameKey, type Sector } from './indicator.ts'

export type LibraryQuery = {
  /** Chinese text or pinyin initials; several words by white space must all be found. */
  text: string
  /** Id of a sector; '' for all. */
  sector: string
  /** Name of a level 1, as the entries have it; '' for all. */
  level1: string
  /** Shipped with the program, or the county's own; '' for all. */
  origin?: Origin | ''
}

export const origins = { shipped: '本系统默认', own: '本县' } as const
export type Origin = keyof typeof origins

/** The county’s own entries carry the mark 本县; all others are shipped. */
export function originOf({ mark }: Pick<LibraryIndicator, 'mark'>): Origin {
  return mark === '本县' ? 'own' : 'shipped'
}

/**
 * The entries that a query names, in the order of the library. A word is looked for in the name, the explanation, the
 * name of the sector and its key words; letters also in the pinyin initials of the name, which the caller gives,
 * because the domain knows no dictionary of sounds.
 */
export function searchLibrary(
  entries: readonly LibraryIndicator[],
  sectors: readonly Sector[],
  query: LibraryQuery,
  initialsOf: (name: string) => string,
): LibraryIndicator[] {
  const words = query.text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  const sectorNames = new Map(sectors.map((sector) => [sector.id, sector.name]))
  return entries.filter((entry) => {
    if (query.sector !== '' && entry.sector !== query.sector) return false
    if (query.level1 !== '' && entry.level1 !== query.level1) return false
    if (query.origin && query.origin !== originOf(entry)) return false
    if (words.length === 0) return true
    const text = [
      nameKey(entry.name),
      entry.explanation,
      sectorNames.get(entry.sector) ?? '',
      ...entry.words,
    ].join(' ')
    return words.every(
      (word) =>
        text.toLowerCase().includes(word) ||
        (/^[a-z0-9]+$/.test(word) && initialsOf(entry.name).includes(word)),
    )
  })
}
