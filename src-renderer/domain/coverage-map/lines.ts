import { countsAs, type ReasonId, reasonList, reasons } from './reasons.ts'
import { type Stage, stageList } from './stages.ts'
import type { CoverageLine, Standing } from './standing.ts'

/** A line as it is kept: one character a stage for the reason, details and records only where there are any. */
export type PackedLine = Omit<CoverageLine, 'stages'> & {
  marks: string
  details?: Readonly<Partial<Record<Stage, string>>>
  records?: Readonly<Partial<Record<Stage, string>>>
}

const first = 'a'.charCodeAt(0)

/** Packs a line for keeping: 25,000 of them are read in a moment. */
export function packLine({ stages, ...line }: CoverageLine): PackedLine {
  const marks = stageList.map((stage) =>
    String.fromCharCode(first + reasonList.indexOf(stages[stage].reason)),
  )
  const part = (read: (standing: Standing) => string) =>
    Object.fromEntries(
      stageList.flatMap((stage) => (read(stages[stage]) === '' ? [] : [[stage, read(stages[stage])]])),
    )
  const details = part(({ detail }) => detail)
  const records = part(({ recordId }) => recordId)
  return {
    ...line,
    marks: marks.join(''),
    ...(Object.keys(details).length > 0 ? { details } : {}),
    ...(Object.keys(records).length > 0 ? { records } : {}),
  }
}

/** Where a packed line stands in a stage. */
export function standingAt({ marks, details, records }: PackedLine, stage: Stage): Standing {
  const code = marks.charCodeAt(stageList.indexOf(stage)) - first
  const reason: ReasonId = reasonList[code] ?? 'not-asked'
  return { reason, detail: details?.[stage] ?? '', recordId: records?.[stage] ?? '' }
}

/** Why it stands there, as one sentence: 待单位填报（2026 年第一次监控）. */
export function standingText({ reason, detail }: Standing): string {
  return detail === '' ? reasons[reason].text : `${reasons[reason].text}（${detail}）`
}

/** Whether something is due and not done. */
export function isHole(standing: Standing): boolean {
  return countsAs(standing.reason) === 'hole'
}

const pages: Readonly<Record<Stage, string>> = {
  assessment: '/assessments/',
  goal: '/goals/',
  monitoring: '/monitoring/',
  self: '/evaluation/self/',
  evaluation: '/evaluation/tasks/',
  application: '/applications/',
  disclosure: '/disclosures/',
}

/** The page where the hole is filled: the record of the stage, else the goal; '' where there is neither. */
export function pathOf(line: PackedLine, stage: Stage): string {
  const { reason, recordId } = standingAt(line, stage)
  // What must be published follows from the data: it has a row in the ledger, and no page of its own.
  if (stage === 'disclosure' && recordId !== '') return `/disclosures?search=${encodeURIComponent(line.name)}`
  const isOfGoal = recordId === line.goalId || recordId === '' || reason === 'assessment-unlisted'
  if (!isOfGoal) return `${pages[stage]}${recordId}`
  return line.goalId === '' ? '' : `/goals/${line.goalId}`
}
