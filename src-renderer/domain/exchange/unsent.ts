import type { Moment } from '../dates.ts'
import type { PackageRecord } from './package.ts'

/** What a unit hands in by package, with its measure word. */
export const unsentKinds = {
  goals: '个目标',
  adjustments: '个目标调整',
  monitorings: '份监控表',
  disposals: '件整改',
  spotChecks: '件核查说明',
  selfEvaluations: '份自评表',
  rectifications: '项结果应用整改',
  opinions: '条评价意见',
  disclosures: '项公开登记',
  appraisals: '份工作考核',
  objections: '条考核意见',
} as const
export type UnsentKind = keyof typeof unsentKinds

/** Instead of a moment: the package of the unit does not carry it, so that it is never sent. It comes after every moment. */
export const notCarried = '~'

/** What a unit has handed in, since when, and with which record it goes. */
export type HandedIn = { kind: UnsentKind; id: string; since: Moment }

/** Without what the bureau itself sent as it stands here: `brought` says when the package was made that brought a record. */
export function ownOf(handedIn: readonly HandedIn[], brought: ReadonlyMap<string, Moment>): HandedIn[] {
  return handedIn.filter(({ id, since }) => since > (brought.get(id) ?? ''))
}

export type Unsent = { total: number; counts: Partial<Record<UnsentKind, number>> }

/** When the newest 上报包 that still counts was made; '' before the first. One that was sent back or dropped brought nothing. */
export function lastReportAt(
  packages: readonly Pick<PackageRecord, 'direction' | 'purpose' | 'state' | 'createdAt'>[],
): Moment | '' {
  const reports = packages.filter(
    ({ direction, purpose, state }) =>
      direction === 'out' && purpose === 'report' && state !== 'dropped' && state !== 'refused',
  )
  return reports.reduce((last, { createdAt }) => (createdAt > last ? createdAt : last), '')
}

/** What was handed in within a unit and has not gone to its bureau yet: it has to be put into a 上报包. */
export function unsentOf(handedIn: readonly HandedIn[], lastReport: Moment | ''): Unsent {
  const counts: Partial<Record<UnsentKind, number>> = {}
  for (const { kind, since } of handedIn)
    if (isUnsent(since, lastReport)) counts[kind] = (counts[kind] ?? 0) + 1
  return { total: Object.values(counts).reduce((sum, count) => sum + count, 0), counts }
}

/** Whether a record that was handed in then has still to be put into a 上报包. */
export function isUnsent(since: Moment, lastReport: Moment | ''): boolean {
  return since > lastReport
}

/** In words: 20 个目标、3 份监控表. */
export function unsentText({ counts }: Unsent): string {
  const kinds = Object.keys(unsentKinds) as UnsentKind[] // the keys of the table
  return kinds
    .filter((kind) => counts[kind])
    .map((kind) => `${counts[kind]} ${unsentKinds[kind]}`)
    .join('、')
}
