import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'

/** A form on which every target is reached and all of the money is spent. */
export function evaluated(form: SelfEvaluation): SelfEvaluation {
  return {
    ...form,
    funds: form.funds.map((row) => ({ ...row, paid: row.revised })),
    entries: form.entries.map((entry) => ({ ...entry, actual: entry.value })),
    completion: '全年供餐 200 天，覆盖学生 5200 人。',
  }
}
