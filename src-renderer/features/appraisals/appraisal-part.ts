import type { Appraisal, ExtraMark, ItemMark } from '#domain/appraisals/appraisal'
import type { AppraisalFacts } from '#domain/appraisals/facts'
import type { RecordSaver } from '#ui/record-saver'

/** What every part of an appraisal's page is given. */
export type AppraisalGiven = {
  saver: RecordSaver<Appraisal>
  /** With what is still being written, and the figures of today while it is filled. */
  appraisal: Appraisal
  /** Of the subject's book; null where that is not on this machine. */
  facts: AppraisalFacts | null
  today: string
  maySelf: boolean
  mayReview: boolean
  setMark: (itemId: string, patch: Partial<ItemMark>) => void
  setExtra: (id: string, patch: Partial<ExtraMark>) => void
}
