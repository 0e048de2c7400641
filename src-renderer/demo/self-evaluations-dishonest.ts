import type { SelfEvaluation, SelfEvaluationEntry } from '#domain/evaluation/self-evaluation'
import { parseDecimal } from '#domain/monitoring/ratio'

/** How a self-evaluation of the demo is dressed up. */
type Trick = (form: SelfEvaluation) => SelfEvaluation

function isNumber({ operator, value }: SelfEvaluationEntry): boolean {
  return operator !== '定性' && parseDecimal(value) !== null
}

function percentOf({ value }: SelfEvaluationEntry, percent: bigint): string {
  const target = parseDecimal(value)
  return target ? String((target.of * percent) / (target.to * 100n)) : value
}

function spent(form: SelfEvaluation, percent: number): SelfEvaluation {
  return {
    ...form,
    funds: form.funds.map((row) => ({
      ...row,
      paid: row.revised === null ? null : Number((BigInt(row.revised) * BigInt(percent)) / 100n),
    })),
    fundsReason: percent < 90 ? `${form.name}结算资料未报齐，余款结转支付。` : '',
  }
}

function withEntries(
  form: SelfEvaluation,
  change: (entry: SelfEvaluationEntry, index: number) => Partial<SelfEvaluationEntry>,
): SelfEvaluation {
  return { ...form, entries: form.entries.map((entry, index) => ({ ...entry, ...change(entry, index) })) }
}

/** Every target is met to the digit. */
const toTheDigit: Trick = (form) => ({
  ...withEntries(form, (entry) => ({ actual: entry.value, deviation: '' })),
  problems: '',
  measures: '',
})

/** Full marks everywhere, with less than half of the money. */
const fullWithoutMoney: Trick = (form) => spent(toTheDigit(form), 44)

/** Nearly full marks with half of the money. */
const highWithoutMoney: Trick = (form) => {
  const full = toTheDigit(spent(form, 52))
  return withEntries(full, (entry, index) =>
    index === 1 ? { own: (entry.weight ?? 100) - 50, ownReason: '个别资料归档不及时' } : {},
  )
}

/** A target that was missed is written lower. */
const lowerTarget: Trick = (form) => {
  const lowered = form.entries.find((entry) => isNumber(entry) && entry.operator === '≥')
  return withEntries(form, (entry) => {
    if (entry !== lowered) return {}
    const value = percentOf(entry, 80n)
    return { value, actual: value, deviation: '' }
  })
}

/** One indicator is left out, its points go to one that is reached. */
const leftOut: Trick = (form) => {
  const [first, second, ...rest] = form.entries
  if (!first || !second) return form
  const weight = (first.weight ?? 0) + (second.weight ?? 0)
  return { ...form, entries: [{ ...second, weight, actual: second.value, deviation: '' }, ...rest] }
}

/** Points are moved from what was missed to what is easy. */
const movedWeights: Trick = (form) =>
  withEntries(form, (entry, index) => {
    const weight = entry.weight ?? 0
    if (index === 0) return { weight: weight - 600, actual: entry.actual }
    return index === 2 ? { weight: weight + 600, actual: entry.value, deviation: '' } : {}
  })

/** Nine tenths of two targets, with full points for a reason that says nothing. */
const moreThanRules: Trick = (form) => {
  const chosen = form.entries.filter((entry) => isNumber(entry) && entry.operator === '≥').slice(0, 2)
  return withEntries(form, (entry) =>
    chosen.some(({ id }) => id === entry.id)
      ? {
          actual: percentOf(entry, 90n),
          own: entry.weight,
          ownReason: '工作已尽力，群众认可',
          deviation: `${entry.name}受客观条件限制。`,
        }
      : {},
  )
}

/** What was missed is said to go well. */
const saidWell: Trick = (form) => {
  const missed = form.entries.find((entry) => isNumber(entry) && entry.operator === '≥')
  return withEntries(form, (entry) =>
    entry === missed ? { actual: percentOf(entry, 70n), deviation: '各项工作按计划推进。' } : {},
  )
}

/** The money is said to be missing, though all of it is spent. */
const saidMissing: Trick = (form) => ({
  ...spent(form, 99),
  problems: `${form.name}上级资金一直未到位，影响实施。`,
})

/** Nothing was done at one indicator, and nobody says why. */
const zeroUnsaid: Trick = (form) => {
  const missed = form.entries.find(({ operator, value }) => operator === '≥' && parseDecimal(value) !== null)
  return withEntries(form, (entry) => (entry === missed ? { actual: '0', deviation: '' } : {}))
}

/** An indicator that was taken from another project. */
const foreign: Trick = (form) =>
  withEntries(form, (_entry, index) =>
    index === form.entries.length - 2 ? { name: '护林员年度巡护覆盖率', method: '', source: '' } : {},
  )

/** One and the same text, passed from unit to unit. */
const passedOn: Trick = (form) => ({
  ...form,
  summary: '项目实施取得了显著的经济效益和社会效益，群众获得感和满意度明显提升，示范带动作用进一步显现。',
  problems: '绩效管理意识有待进一步增强，绩效指标设置的科学性和可衡量性还需要继续提高。',
})

function all(...several: readonly Trick[]): Trick {
  return (form) => several.reduce((dressed, trick) => trick(dressed), form)
}

/** Which forms, by the name of their goal, and how: few enough to be believed. */
const tricks: ReadonlyMap<string, Trick> = new Map<string, Trick>([
  ['城镇老旧小区改造', all(fullWithoutMoney, passedOn)],
  ['工业园区标准厂房配套', fullWithoutMoney],
  ['革命文物保护修缮', highWithoutMoney],
  ['测土配方施肥推广', toTheDigit],
  ['高标准农田建设', all(lowerTarget, moreThanRules, passedOn)],
  ['农村供水保障工程', leftOut],
  ['小型水库除险加固', movedWeights],
  ['市政道路和路灯维护', all(moreThanRules, saidMissing)],
  ['农村危房和抗震改造', moreThanRules],
  ['农村生活污水治理', saidWell],
  ['县城公园绿地养护', saidMissing],
  ['非物质文化遗产保护传承', zeroUnsaid],
  ['家庭经济困难学生生活补助', foreign],
  ['河湖管护和巡河保洁', passedOn],
  ['沙河镇场镇污水收集管网', passedOn],
  ['光雾山镇场镇环境整治', passedOn],
])

export function isDressedUp(name: string): boolean {
  return tricks.has(name)
}

/** The form as it is written: most are honest. */
export function asWritten(form: SelfEvaluation): SelfEvaluation {
  return tricks.get(form.name)?.(form) ?? form
}
