import { saveApplication } from '#actions/save-application'
import { saveApplicationAnswer } from '#actions/save-application-answer'
import { saveRectification } from '#actions/save-rectification'
import type {
  Answer,
  Application,
  Decision,
  Proposal,
  RectificationReport,
} from '#domain/applications/application'
import type { Actor } from '#domain/people/duties'
import { applicationById } from '#storage/applications'
import type { Saving } from '#ui/use-queue'
import { useWriteQueue } from '#ui/use-write-queue'

/** What is written at once: by the bureau, by 支出管理科, or by the unit of its 整改. */
type Written =
  | { draft: Partial<Proposal> | Partial<Decision> }
  | { answer: Partial<Answer> }
  | { report: Partial<RectificationReport> }

export type ApplicationSaver = Saving & {
  /** The application as it is kept, with what is still being written. */
  application: Application
  draft: (change: Partial<Proposal> | Partial<Decision>) => void
  answer: (change: Partial<Answer>) => void
  report: (change: Partial<RectificationReport>) => void
}

async function keep({ id, revision }: Application, written: Written, by: Actor): Promise<Application> {
  if ('answer' in written) return saveApplicationAnswer(id, revision, written.answer, by)
  if ('report' in written) return saveRectification(id, revision, written.report, by)
  return saveApplication(id, revision, written.draft, by)
}

function withWritten(application: Application, written: Written): Application {
  if ('answer' in written) return { ...application, ...written.answer }
  if ('draft' in written) return { ...application, ...written.draft }
  const { rectification } = application
  return rectification
    ? { ...application, rectification: { ...rectification, ...written.report } }
    : application
}

/** One application being written: what waits is kept in order, and stays in sight where it is refused. */
export function useApplicationSaver(kept: Application, by: Actor): ApplicationSaver {
  const { record, write, ...queue } = useWriteQueue<Application, Written>(kept, {
    read: applicationById,
    keep: (latest, written) => keep(latest, written, by),
    applied: withWritten,
  })
  return {
    ...queue,
    application: record,
    draft: (change) => write({ draft: change }),
    answer: (change) => write({ answer: change }),
    report: (change) => write({ report: change }),
  }
}
