import { discardSurvey } from '#actions/discard-survey'
import { saveSurvey } from '#actions/save-survey'
import { emptySurvey, type SurveyContent } from '#domain/evaluation/survey'
import { by, freshBook, freshDatabase } from '../storage/world.ts'
import type { Cases } from './action-case.ts'

/** A questionnaire of two questions with 278 answers each, of 1000 people. */
export function talliedSurvey(change: Partial<SurveyContent> = {}): SurveyContent {
  const questions = [
    { id: 'q1', text: '对质量是否满意？' },
    { id: 'q2', text: '总体上是否满意？' },
  ]
  return {
    ...emptySurvey(questions),
    ...{ title: '学生家长满意度问卷', audience: '学生家长', population: 1000, handedOut: 300 },
    tally: { q1: [100, 100, 50, 20, 8], q2: [150, 100, 20, 8, 0] },
    ...change,
  }
}

/** The writes of questionnaires, each ready to be tried by a duty. */
export const surveyActions = {
  'save-survey': async () => {
    await freshDatabase()
    const { book } = await freshBook()
    return (actor) => saveSurvey(book.id, null, talliedSurvey(), actor)
  },
  'discard-survey': async () => {
    await freshDatabase()
    const { book } = await freshBook()
    const { id, revision } = await saveSurvey(book.id, null, talliedSurvey(), by)
    return (actor) => discardSurvey(id, revision, actor)
  },
} satisfies Cases
