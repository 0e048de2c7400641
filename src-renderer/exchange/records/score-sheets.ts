import { z } from 'zod'
import type { SheetKit } from '#domain/evaluation/kit'
import { type Answer, aspectFindings, type EvidenceRef, type Mark } from '#domain/evaluation/mark'
import type { KeptSheet } from '#domain/evaluation/task'
import {
  byId,
  count,
  flag,
  hex,
  id,
  idOrNone,
  keysOf,
  line,
  moment,
  points,
  shaped,
  some,
  text,
  variants,
  written,
} from './parts.ts'

/** Thousandths of a page. */
const place = z.number().min(0).max(1000)
/** A place in an attachment. */
export const evidence = shaped<EvidenceRef>({
  attachmentId: id,
  page: z.int().min(1).nullable(),
  region: shaped<NonNullable<EvidenceRef['region']>>({
    left: place,
    top: place,
    width: place,
    height: place,
  }).nullable(),
})

const answer = variants<Answer>({
  aspects: { findings: byId(keysOf(aspectFindings)) },
  value: { value: line },
  'yes-no': { yes: flag },
  deduction: { counts: byId(count) },
  points: { points },
  unproven: {},
})

/** Marks by indicator. */
export const sheetMarks = byId(shaped<Mark>({ answer, reason: text, evidence: some(evidence) }))

export const round: z.ZodType<1 | 2> = z.literal([1, 2])

const sheetKit = shaped<SheetKit>({ id, publicKey: hex(130), issuedAt: moment, takenAt: moment })

/** 专家评分表. */
export const scoreSheetSchema = shaped<KeptSheet>(
  {
    id,
    taskId: id,
    expertId: id,
    name: line,
    weight: z.int().min(1),
    round,
    asked: some(id),
    marks: sheetMarks,
    vetoes: some(id),
    signedAt: moment,
    bookId: id,
    unitId: idOrNone,
    ...written,
  },
  { kit: sheetKit },
)
