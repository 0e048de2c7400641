import { beforeEach, expect, it } from 'vitest'
import { discardSurvey } from '#actions/discard-survey'
import { saveSurvey } from '#actions/save-survey'
import { auditOf } from '#storage/audit'
import { surveysOf } from '#storage/surveys'
import { by, freshBook, freshDatabase } from '../storage/world.ts'
import { talliedSurvey } from './survey-world.ts'

beforeEach(freshDatabase)

it('keeps a questionnaire and says in the trail what was tallied', async () => {
  const { book } = await freshBook()
  const made = await saveSurvey(book.id, null, talliedSurvey({ tally: {} }), by)
  const tallied = await saveSurvey(book.id, made, talliedSurvey(), by)
  expect(await surveysOf(book.id)).toEqual([tallied])
  const fields = (await auditOf(made.id)).flatMap(({ changes }) => changes.flatMap((change) => change.fields))
  expect(fields.map(({ label }) => label)).toEqual(['计票'])
  await expect(saveSurvey(book.id, made, talliedSurvey(), by)).rejects.toMatchObject({
    code: 'changed-meanwhile',
  })
})

it('refuses one without a title, with a number that is none, and a day that is none', async () => {
  const { book } = await freshBook()
  for (const change of [
    { title: ' ' },
    { population: -1 },
    { handedOut: 1.5 },
    { tally: { q1: [1, 2, Number.NaN, 0, 0] as const } },
    { surveyedOn: '2026-02-30' },
  ])
    await expect(saveSurvey(book.id, null, talliedSurvey(change), by)).rejects.toMatchObject({
      code: 'entry-faulty',
    })
  expect(await surveysOf(book.id)).toEqual([])
})

it('takes one away only as it was seen', async () => {
  const { book } = await freshBook()
  const made = await saveSurvey(book.id, null, talliedSurvey(), by)
  await expect(discardSurvey(made.id, 9, by)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  await discardSurvey(made.id, made.revision, by)
  expect(await surveysOf(book.id)).toEqual([])
})
