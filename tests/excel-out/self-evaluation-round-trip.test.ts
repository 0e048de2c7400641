import { describe, expect, it } from 'vitest'
import { demoCounty } from '#demo/county'
import { demoSelfEvaluations } from '#demo/self-evaluations'
import { planSelfEvaluations, type SelfEvaluationWorld } from '#domain/evaluation/import-plan'
import { editionOf } from '#domain/evaluation/rules'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { fundsIn } from '#domain/evaluation/self-evaluation-content'
import { scoreOf } from '#domain/evaluation/self-evaluation-score'
import type { Goal } from '#domain/goals/goal'
import { rulesById } from '#domain/year-rules'
import { selfEvaluationWorkbook } from '#excel/write-self-evaluation'
import { stored } from '../domain/sample-goal.ts'
import { readForms } from '../excel/read-forms.ts'

const pack = rulesById('frame-2021')
const unit = {
  ...{ id: 'u', bookId: 'b', code: '318003', name: '南江县公路养护中心' },
  ...{ parentId: '', sectionId: '', initials: '' },
}
const names = { year: 2025, unit: unit.name, department: '南江县交通运输局', departmentCode: '318' }

/** Every form of the demo's finished year, all of them open for their unit. */
function formsOf(editionId: string): SelfEvaluation[] {
  let count = 0
  const made = { nextId: () => `id-${++count}`, at: '2026-01-10T08:00:00.000Z', by: '王晓' }
  const goals = demoCounty(2025).goals.map(
    ({ content }, index): Goal => ({ ...stored(content), id: `g-${index}`, unitId: unit.id }),
  )
  const edition = editionOf(editionId, pack.evaluation.selfEvaluation)
  if (!edition) throw new Error(`no edition ${editionId}`)
  const world = { bookId: 'b', goals, units: [], executed: new Map() }
  return demoSelfEvaluations(world, pack, made)
    .filter(({ completion }) => completion !== '')
    .map((form) => ({
      ...form,
      editionId,
      funds: fundsIn(edition, form.funds),
      state: 'draft',
      frozen: null,
    }))
}

async function readBack(form: SelfEvaluation) {
  const score = scoreOf(form, pack)
  if (!score) throw new Error('the edition is known')
  const [read] = readForms(await selfEvaluationWorkbook(form, score, names), '自评.xlsx')
  if (!read) throw new Error('the form is found')
  return read
}

describe.each(['national', 'sichuan'])('the %s form', (editionId) => {
  it('is read back as it was written: nothing changes', { timeout: 60_000 }, async () => {
    const forms = formsOf(editionId).filter((_, index) => index % 6 === 0)
    const world: SelfEvaluationWorld = { year: 2025, forms, units: [unit], pack }
    expect(forms.length).toBeGreaterThan(15)
    for (const form of forms) {
      const found = [{ file: '自评.xlsx', form: await readBack(form) }]
      const [item] = planSelfEvaluations(found, world)
      const told = { name: item?.form?.name, changes: item?.changes, group: item?.group }
      // The national form has no field for what only the province's asks.
      const kept = told.changes?.filter(({ field }) => field !== 'process')
      expect({ ...told, changes: kept }).toEqual({ name: form.name, changes: [], group: 'same' })
    }
  })

  it('fills an empty form with all that was written', async () => {
    const [filled] = formsOf(editionId).filter(({ name }) => name === '农村公路日常养护')
    if (!filled) throw new Error('the demo has it')
    const empty: SelfEvaluation = {
      ...filled,
      ...{ completion: '', process: '', summary: '', problems: '', measures: '', fundsReason: '' },
      entries: filled.entries.map((entry) => ({ ...entry, actual: '', deviation: '' })),
      funds: filled.funds.map((row) => ({ ...row, paid: null })),
    }
    const world: SelfEvaluationWorld = { year: 2025, forms: [empty], units: [unit], pack }
    const [item] = planSelfEvaluations([{ file: 'a.xlsx', form: await readBack(filled) }], world)
    expect(item?.group).toBe('fill')
    expect(item?.content?.entries).toEqual(filled.entries)
    expect(item?.content?.completion).toBe(filled.completion)
    expect(item?.content?.funds).toEqual(filled.funds)
  })
})
