import { regions } from '#domain/year-book'
import { shippedRules } from '#domain/year-rules'
import { type Typed, typedNote } from '#ui/typed-note'

const fields = ['regionCode', 'office', 'section', 'year', 'rulesId', 'person'] as const
export type TypedBook = Typed<(typeof fields)[number]>

/** What is typed for a new book. */
export const bookNote = typedNote('jiheng-new-book', fields)

/** Of choices only those that are offered. */
export function offered({ regionCode, rulesId, ...texts }: TypedBook): TypedBook {
  return {
    ...texts,
    ...(regions.some(({ code }) => code === regionCode) ? { regionCode } : {}),
    ...(shippedRules.some(({ id }) => id === rulesId) ? { rulesId } : {}),
  }
}
