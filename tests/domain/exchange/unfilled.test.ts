import { describe, expect, it } from 'vitest'
import { contentsOf, goes, leaving } from '#domain/exchange/contents'
import { monitoringAbove, selfEvaluationAbove } from '#domain/exchange/unfilled'
import { monitoringStateList } from '#domain/monitoring/flow'
import { fundTotal } from '#domain/monitoring/monitoring'
import { filledForm } from '../evaluation/sample.ts'
import { filled } from '../monitoring/sample.ts'

const up = contentsOf('report', 'bureau-up')?.find(({ table }) => table === 'monitorings')

describe('a monitoring form on its way to the bureau above', () => {
  it.each(monitoringStateList)('%s: goes, for that it is due counts', (state) => {
    if (!up) throw new Error('forms travel')
    expect(goes(up, filled({ state }), false)).toBe(true)
  })

  it.each(['submitted', 'passed', 'accepted', 'exempt'] as const)('%s: as it is', (state) => {
    expect(monitoringAbove(filled({ state }))).toEqual(filled({ state }))
  })

  it.each(['draft', 'returned'] as const)('%s: without a word or figure of what is written', (state) => {
    if (!up) throw new Error('forms travel')
    const form = filled({ state, fundsReason: '雨季停工', measures: '抢抓工期', summary: '总体正常' })
    const sent = leaving(up, form)
    expect(sent).toMatchObject({
      id: form.id,
      goalId: form.goalId,
      unitId: form.unitId,
      state,
      name: form.name,
    })
    expect(fundTotal(sent.funds)).toEqual({ ...fundTotal(form.funds), paid: null, forecast: null })
    expect(sent.entries.map(({ id, value }) => [id, value])).toEqual(
      form.entries.map(({ id, value }) => [id, value]),
    )
    expect(
      sent.entries.every(({ actual, forecast, causeText }) => `${actual}${forecast}${causeText}` === ''),
    ).toBe(true)
    for (const word of ['雨季停工', '抢抓工期', '总体正常']) expect(JSON.stringify(sent)).not.toContain(word)
  })
})

describe('a self-evaluation on its way to the bureau above', () => {
  it('goes as it is once it was handed in, before without what is written', () => {
    const form = { ...filledForm(), fundsReason: '雨季停工', summary: '成效明显' }
    expect(selfEvaluationAbove({ ...form, state: 'collected' })).toEqual({ ...form, state: 'collected' })
    const sent = selfEvaluationAbove({ ...form, state: 'draft' })
    expect(sent).toMatchObject({ id: form.id, goalId: form.goalId, unitId: form.unitId, state: 'draft' })
    expect(sent.funds.every(({ paid }) => paid === null)).toBe(true)
    expect(sent.entries.every(({ actual, own }) => actual === '' && own === null)).toBe(true)
    for (const word of ['雨季停工', '成效明显']) expect(JSON.stringify(sent)).not.toContain(word)
  })
})
