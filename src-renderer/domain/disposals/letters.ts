import type { Day } from '../dates.ts'
import { chineseDay } from '../dates.ts'
import { formatWan } from '../money.ts'
import { type Disposal, waitsForUnit } from './disposal.ts'
import {
  choices,
  type DisposalRules,
  type LetterKind,
  letterKinds,
  measureList,
  measureRule,
  measures,
} from './rules.ts'

/** One letter: to one unit, of one kind, with one number, day and deadline. */
export type Letter = {
  unitId: string
  kind: LetterKind
  number: string
  writtenOn: Day
  dueOn: Day
  disposals: readonly Disposal[]
}

/** Which letter a disposal goes with. */
export function letterKindOf({ measure }: Pick<Disposal, 'measure'>, rules: DisposalRules): LetterKind {
  return measureRule(rules, measure)?.letter ?? 'rectification'
}

/** The letters of disposals, in their order: those of a unit with the same kind, number and days go together. */
export function lettersOf(disposals: readonly Disposal[], rules: DisposalRules): Letter[] {
  const letters = new Map<string, Letter>()
  for (const disposal of disposals) {
    const { unitId, letterNumber: number, warnedOn: writtenOn, dueOn } = disposal
    const kind = letterKindOf(disposal, rules)
    const key = [unitId, kind, number, writtenOn, dueOn].join('\n')
    const known = letters.get(key)?.disposals ?? []
    letters.set(key, { unitId, kind, number, writtenOn, dueOn, disposals: [...known, disposal] })
  }
  return [...letters.values()]
}

/** The disposals that go out together with one: the letter it stands in. */
export function letterWith(
  disposal: Disposal,
  all: readonly Disposal[],
  rules: DisposalRules,
): Letter | undefined {
  const isSent = ({ state }: Disposal) => state !== 'proposed' && state !== 'dropped'
  // Without a number nothing says that two went together.
  const others = disposal.letterNumber === '' ? [disposal] : all.filter(isSent)
  return lettersOf(others, rules).find(({ disposals }) => disposals.some(({ id }) => id === disposal.id))
}

const lastCount = /^(.*?)(\d+)(\D*)$/s

/** A 发文字号 so many further: 南财绩〔2026〕12号 → 南财绩〔2026〕13号; unchanged where there is no figure to count. */
export function numberAfter(number: string, steps: number): string {
  const [, head, digits, tail] = lastCount.exec(number) ?? []
  if (head === undefined || digits === undefined || tail === undefined) return number
  const next = String(BigInt(digits) + BigInt(steps)).padStart(digits.length, '0')
  return `${head}${next}${tail}`
}

/** The number after the highest one that was given; '' before the first. */
export function nextLetterNumber(disposals: readonly Pick<Disposal, 'letterNumber'>[]): string {
  const given = disposals.map(({ letterNumber }) => letterNumber).filter((number) => lastCount.test(number))
  const highest = given.toSorted((left, right) => {
    const [a, b] = [BigInt(lastCount.exec(left)?.[2] ?? 0), BigInt(lastCount.exec(right)?.[2] ?? 0)]
    return a < b ? -1 : a > b ? 1 : 0
  })
  const last = highest.at(-1)
  return last === undefined ? '' : numberAfter(last, 1)
}

/** The numbers for disposals that go out together: one for each unit and kind of letter, counted from the first. */
export function numberedFrom(
  disposals: readonly Pick<Disposal, 'id' | 'unitId' | 'measure'>[],
  first: string,
  rules: DisposalRules,
): ReadonlyMap<string, string> {
  if (first.trim() === '') return new Map()
  const keys = disposals.map((disposal) => `${disposal.unitId}\n${letterKindOf(disposal, rules)}`)
  const order = [...new Set(keys)]
  return new Map(
    disposals.map(({ id }, index) => [id, numberAfter(first.trim(), order.indexOf(keys[index] ?? ''))]),
  )
}

/** Texts of a letter with {names} that are filled in; a bureau's own wording goes here. */
export type LetterTexts = {
  title: string
  opening: string
  /** Where a goal has changed so much that it is to be adjusted. */
  goalChange: string
  /** The sentence before the demands. */
  demand: string
  deadline: string
  /** Where the unit has to choose. */
  choice: string
  consequence: string
}

const opening =
  '根据预算绩效管理有关规定，我局对{年度}年度绩效目标实现程度和预算执行进度开展了“双监控”。经分析，你单位{个数}个项目存在需要关注的问题（见下表）。'
const deadline =
  '请于{期限}前（自发文次日起{天数}个工作日内），将整改情况和佐证资料报送我局{股室}，由{归口}审核。'

const goalChange =
  '第{变化}项的绩效目标发生重大变化、确需调整的，请按程序申请目标调整，经绩效评估后方可作预算调整。'

/** The letters as they come 〔拟〕: the documents name the measures, not the wording. */
export const letterTexts: Readonly<Record<LetterKind, LetterTexts>> = {
  supervision: {
    title: '{年度}年度绩效监控问题督办函',
    opening: `${opening}现函告你单位，请抓紧办理。`,
    demand: '请按下列要求办理：',
    goalChange,
    deadline,
    choice: '报送时须对每个项目在{选择}中明确一种处理方式，并说明理由。',
    consequence:
      '逾期未报送的，将按规定提出暂停项目执行的意见。办理结果作为预算调整和以后年度预算安排的依据。',
  },
  rectification: {
    title: '{年度}年度绩效监控问题整改通知书',
    opening: `${opening}现通知你单位限期整改。`,
    demand: '请按下列要求整改：',
    goalChange,
    deadline,
    choice: '报送时须对每个项目在{选择}中明确一种处理方式，并说明理由。',
    consequence:
      '逾期未整改或整改不到位的，将按规定暂停项目执行、调整预算直至收回财政资金，并在绩效考核中予以反映。',
  },
}

type Names = Readonly<Record<string, string | number>>

/** A text with its {names} filled in; a name that is not known stays, so that it is seen. */
export function filledText(text: string, names: Names): string {
  return text.replace(/\{([^{}]+)\}/g, (whole, name: string) => String(names[name] ?? whole))
}

/** Who writes, to whom, and about which year. */
export type LetterPlace = { year: number; section: string; unitSection: string }

/** The names that the texts of a letter know. */
export function letterNames(letter: Letter, place: LetterPlace, rules: DisposalRules): Names {
  return {
    年度: place.year,
    个数: letter.disposals.length,
    期限: chineseDay(letter.dueOn),
    天数: rules.workingDays,
    股室: place.section,
    归口: place.unitSection,
    变化: changedRows(letter).join('、'),
    选择: rules.choices.map(({ id }) => `“${choices[id]}”`).join('、'),
  }
}

/** The rows of a letter whose goal is to be adjusted. */
export function changedRows({ disposals }: Pick<Letter, 'disposals'>): number[] {
  return disposals.flatMap(({ goalChange: isChanged }, index) => (isChanged ? [index + 1] : []))
}

/** The measure as the letter names it, with its amount. */
export function measureText({ measure, amount }: Pick<Disposal, 'measure' | 'amount'>): string {
  if (amount === null) return measures[measure]
  return `${measures[measure]}（${formatWan(amount)} 万元）`
}

/** The demands of a letter: one paragraph for each measure and wording, with the rows it is for where there are several. */
export function demandsOf(letter: Letter): { measure: string; rows: number[]; text: string }[] {
  const found = new Map<string, { measure: string; rows: number[]; text: string }>()
  const order = (disposal: Disposal) => measureList.indexOf(disposal.measure)
  const listed = letter.disposals.map((disposal, index) => ({ disposal, row: index + 1 }))
  for (const { disposal, row } of listed.toSorted((a, b) => order(a.disposal) - order(b.disposal))) {
    const text = disposal.demand.trim()
    const key = `${disposal.measure}\n${text}`
    const known = found.get(key)
    found.set(key, { measure: measures[disposal.measure], text, rows: [...(known?.rows ?? []), row] })
  }
  return [...found.values()]
}

/** Whether a disposal may have a letter: it was decided. */
export function hasLetter({ state, dueOn }: Pick<Disposal, 'state' | 'dueOn'>): boolean {
  return dueOn !== '' && state !== 'proposed' && state !== 'dropped'
}

/** Whether the number of its letter may still be registered. */
export function mayBeNumbered({ state }: Pick<Disposal, 'state'>): boolean {
  return waitsForUnit(state)
}

/** 督办函 or 整改通知书, as files and buttons name it. */
export function letterName({ kind }: Pick<Letter, 'kind'>): string {
  return letterKinds[kind]
}
