import { regions } from '#domain/year-book'
import { shippedRules } from '#domain/year-rules'

/** What is typed for a new book; never a password. */
const fields = ['regionCode', 'office', 'section', 'year', 'rulesId', 'person'] as const
export type TypedBook = Readonly<Partial<Record<(typeof fields)[number], string>>>

const noteName = 'jiheng-new-book'

/** Keeps it for this window, so that loading the page again forgets nothing; {} forgets it. */
export function keepTypedBook(typed: TypedBook): void {
  sessionStorage.setItem(noteName, JSON.stringify(typed))
}

export function keptTypedBook(): TypedBook {
  return typedBookOf(sessionStorage.getItem(noteName))
}

/** Only texts are taken out of a note, and of choices only those that are offered. */
export function typedBookOf(note: string | null): TypedBook {
  const { regionCode, rulesId, ...texts } = textsOf(note)
  return {
    ...texts,
    ...(regions.some(({ code }) => code === regionCode) ? { regionCode } : {}),
    ...(shippedRules.some(({ id }) => id === rulesId) ? { rulesId } : {}),
  }
}

function textsOf(note: string | null): Partial<Record<(typeof fields)[number], string>> {
  const held = note === null ? null : parsed(note)
  if (typeof held !== 'object' || held === null) return {}
  const given = new Map<string, unknown>(Object.entries(held))
  return Object.fromEntries(
    fields.flatMap((field) => {
      const text = given.get(field)
      return typeof text === 'string' ? [[field, text]] : []
    }),
  )
}

function parsed(note: string): unknown {
  try {
    return JSON.parse(note)
  } catch {
    return null
  }
}
