import type { Calendar } from '#domain/calendar'
import type { Disposal } from '#domain/disposals/disposal'
import type { Section, Unit } from '#domain/year-book'
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
