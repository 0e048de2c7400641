import type { Application } from '#domain/applications/application'
import type { Calendar } from '#domain/calendar'
import type { Goal } from '#domain/goals/goal'
import type { Problem } from '#domain/problem'
import type { Section, Unit } from '#domain/year-book'
import type { ApplicationSaver } from './application-saver.ts'

/** What every part of the document is given. */
export type PartProps = {
  saver: ApplicationSaver
  application: Application
  units: readonly Unit[]
  sections: readonly Section[]
  calendars: readonly Calendar[]
  /** Next year's declaration, where the application goes to one. */
  next: Goal | null
  today: string
  /** What kept the last try of a step. */
  lacks: readonly Problem[]
}
