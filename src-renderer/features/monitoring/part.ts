import type { Monitoring } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import type { Problem } from '#domain/problem'
import type { Section, Unit } from '#domain/year-book'
import type { Saving } from '#ui/use-queue'
import type { Patch } from './monitoring-saver.ts'

/** One form being written. */
export type MonitoringDraft = Saving & {
  form: Monitoring
  change: (patch: Patch) => void
}

/** What every part of the document is given. */
export type PartProps = {
  draft: MonitoringDraft
  round: Round
  units: readonly Unit[]
  sections: readonly Section[]
  problems: readonly Problem[]
  readOnly: boolean
}
