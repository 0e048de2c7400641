import { z } from 'zod'
import {
  type Milestone,
  milestoneLevels,
  milestoneParts,
  milestoneStates,
} from '#domain/coverage-map/milestone'
import { duties } from '#domain/people/duties'
import type { RegisterEntry, ReportChapter } from '#domain/supervision/register'
import { registerKinds } from '#domain/supervision/register-kinds'
import { type WorkItem, workStates } from '#domain/supervision/work-item'
import {
  attachment,
  id,
  idOrNone,
  keyOrNone,
  keysOf,
  line,
  moment,
  shaped,
  some,
  sourced,
  text,
  trail,
  typedDay,
  written,
  year,
} from './parts.ts'

/** 督导登记. */
export const registerSchema = shaped<RegisterEntry>({
  ...{ id, bookId: id, kind: keysOf(registerKinds), day: typedDay, title: line, text, persons: text },
  ...{ values: z.record(line, text), goalIds: some(id), attachments: some(attachment) },
  chapters: some(shaped<ReportChapter>({ id, title: line, text })),
  ...written,
})

/** 年度工作. */
export const workItemSchema = shaped<WorkItem>({
  ...{ id, bookId: id, templateId: idOrNone, name: line, duty: keysOf(duties), sectionId: idOrNone },
  ...{ dueOn: typedDay, proofHint: text, clause: line, mark: sourced.mark },
  ...{ progress: text, proof: text, attachments: some(attachment) },
  ...{ doneOn: typedDay, state: keysOf(workStates), heldSince: moment, trail },
  ...written,
})

/** 路线图目标. */
export const milestoneSchema = shaped<Milestone>({
  ...{ id, bookId: id, shippedId: idOrNone, year, level: keysOf(milestoneLevels) },
  ...{ part: keysOf(milestoneParts), text, clause: line, state: keyOrNone(milestoneStates) },
  ...{ note: text, doneOn: typedDay },
  ...written,
})
