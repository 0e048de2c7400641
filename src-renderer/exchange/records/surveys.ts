import { z } from 'zod'
import type { StepCounts, Survey, SurveyQuestion } from '#domain/evaluation/survey'
import { byId, count, day, id, idOrNone, line, shaped, some, text, written } from './parts.ts'

const ticks: z.ZodType<StepCounts> = z.tuple([count, count, count, count, count])

/** 满意度问卷. */
export const surveySchema = shaped<Survey>({
  id,
  bookId: id,
  unitId: idOrNone,
  taskId: idOrNone,
  title: line,
  audience: line,
  population: count,
  handedOut: count,
  surveyedOn: day,
  place: line,
  questions: some(shaped<SurveyQuestion>({ id, text }), 500),
  tally: byId(ticks, 500),
  ...written,
})
