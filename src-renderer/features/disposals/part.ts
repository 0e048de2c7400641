import type { Calendar } from '#domain/calendar'
import type { Disposal } from '#domain/disposals/disposal'
import type { Section, Unit } from '#domain/year-book'
import { colours } from '#ui/theme'
import type { DisposalSaver } from './disposal-saver.ts'

/** What every part of the document is given. */
export type PartProps = {
  saver: DisposalSaver
  disposal: Disposal
  /** All of the book: the letter may be one for several. */
  all: readonly Disposal[]
  units: readonly Unit[]
  sections: readonly Section[]
  calendars: readonly Calendar[]
  today: string
}

export const note = { fontSize: 13, lineHeight: '20px', color: colours.secondary } as const
export const fields = { display: 'grid', gap: 2, gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' } as const
