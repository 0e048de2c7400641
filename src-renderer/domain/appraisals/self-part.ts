import { type Appraisal, type ExtraMark, emptyExtra, emptyMark, type ItemMark } from './appraisal.ts'

/** What the assessed says of the items (佐证 and 自评): points of the re-check and of 抽查 stay as they are here. */
export function heardItems(ours: Appraisal['items'], sent: Appraisal['items']): Appraisal['items'] {
  return mapped(sent, (mark, id) => ({ ...mark, ...checkedPart(ours[id] ?? emptyMark) }))
}

/** The same of 加分 and 扣分: what was accepted of the cases stays as it is here. */
export function heardExtras(ours: Appraisal['extras'], sent: Appraisal['extras']): Appraisal['extras'] {
  return mapped(sent, (mark, id) => ({ ...mark, ...acceptedPart(ours[id] ?? emptyExtra) }))
}

function checkedPart({ review, reviewReason, sampled, sampledReason, findings }: ItemMark) {
  return { review, reviewReason, sampled, sampledReason, findings }
}

function acceptedPart({ accepted, reason }: ExtraMark) {
  return { accepted, reason }
}

function mapped<Mark>(
  marks: Readonly<Record<string, Mark>>,
  to: (mark: Mark, id: string) => Mark,
): Record<string, Mark> {
  return Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id, to(mark, id)]))
}
