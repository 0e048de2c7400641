import { parseDay } from '../dates.ts'
import { addUp } from '../money.ts'
import { canonicalLevels } from '../rules/levels.ts'
import { normaliseText, parseOperator, parseTarget } from '../target.ts'
import type { YearRules } from '../year-rules.ts'
import { type Choices, readChoice } from './form-choices.ts'
import { bookOf, fundingOf } from './form-funds.ts'
import { readPeriod } from './form-period.ts'
import { emptyContent, emptyIndicator, type GoalContent, type Indicator } from './goal.ts'
import type { ReadForm, ReadIndicator } from './read-form.ts'

const attributeWords: Choices<'new' | 'continuing'> = [
  ['new', /新增|新建|新出台|新项目/],
  ['continuing', /延续|续建|存量|继续/],
]
const durationWords: Choices<'recurring' | 'continuing' | 'once'> = [
  ['recurring', /常年性?|经常性?|长期性?/],
  ['continuing', /延续性|跨年度?|阶段性/],
  ['once', /一次性/],
]
const categoryWords: Choices<'department' | 'social'> = [
  ['department', /部门发展/],
  ['social', /社会发展/],
]
const budgetKindWords: Choices<'departmental' | 'special'> = [
  ['departmental', /部门预算/],
  ['special', /专项/],
]
const importanceWords: Choices<'general' | 'key'> = [
  ['general', /一般/],
  ['key', /重点/],
]
const yesNo: Choices<'yes' | 'no'> = [
  ['no', /否|不/],
  ['yes', /是|公开/],
]
const bookWords: Choices<GoalContent['book']> = [
  ['general', /一般公共预算/],
  ['fund', /政府性基金/],
  ['capital', /国有资本/],
  ['insurance', /社会?保险?基金|社保/],
]
const kindWords: Choices<GoalContent['kind']> = [
  ['government', /政府预算/],
  ['department', /部门整体|整体支出|部门支出/],
  ['policy', /政策/],
  ['project', /项目/],
]

/** Reads the fields of a form by key; '' where the form has none. */
function fieldReader(form: ReadForm) {
  const text = (key: string) => (Object.hasOwn(form.fields, key) ? (form.fields[key]?.text.trim() ?? '') : '')
  // Counties write the choices under each other's labels (项目类型：社会发展性项目), so several fields are asked.
  const choice = <T extends string>(choices: Choices<T>, ...keys: string[]): T | '' => {
    for (const key of keys) {
      const found = readChoice(text(key), choices)
      if (found !== '') return found
    }
    return ''
  }
  return { text, choice }
}

const phonePattern = /(?:\+?86-?)?(?:0\d{2,3}-?)?\d{7,8}|1\d{10}/

/** 负责人及电话 in one cell, parted. */
function contactOf(contact: string, phone: string): { contact: string; phone: string } {
  const mobile = /1\d{10}/.exec(contact) ?? phonePattern.exec(contact)
  if (phone !== '' || !mobile) return { contact, phone }
  const name = contact.replace(mobile[0], '').replace(/[\s,，、/:：()（）-]+$/, '')
  return { contact: name.trim(), phone: mobile[0] }
}

/** Codes lead names on forms of the integrated system (`51000021R000000019951-工资性支出`). */
function codeAndName(form: ReadForm): { code: string; name: string } {
  const name = form.project?.trim() ?? ''
  const match = /^(\d{8}[A-Za-z]\d{12})\s*[-—–_]\s*(.+)$/s.exec(name)
  return { code: form.code?.trim() || (match?.[1] ?? ''), name: match?.[2]?.trim() ?? name }
}

function targetOf(read: ReadIndicator): Pick<Indicator, 'operator' | 'value' | 'unit'> {
  const operator = parseOperator(read.operator ?? '')
  const unit = read.unit?.trim() ?? ''
  if (read.value !== null && (operator !== '' || unit !== ''))
    return { operator, value: read.value.trim(), unit: operator === '定性' && unit === '无' ? '' : unit }
  return parseTarget(read.target ?? read.value ?? '')
}

function indicatorOf(read: ReadIndicator, rules: YearRules, id: string): Indicator {
  const levels = canonicalLevels(read.level1 ?? '', read.level2 ?? '', rules)
  return {
    ...emptyIndicator(id, levels.level1, levels.level2),
    ...read.elements,
    ...targetOf(read),
    name: read.level3?.trim() ?? '',
    weight: read.weight === null ? null : Math.round(read.weight * 100),
  }
}

function isBlank(read: ReadIndicator): boolean {
  return [read.level3, read.target, read.value].every((text) => (text ?? '').trim() === '')
}

/** Rows of the year, each with its 中长期 target; long-term rows without a partner follow at the end. */
function indicatorsOf(form: ReadForm, rules: YearRules, nextId: () => string): Indicator[] {
  const rows = form.indicators
    .filter((read) => !isBlank(read))
    .map((read) => indicatorOf(read, rules, nextId()))
  for (const read of form.longTermIndicators) {
    if (isBlank(read)) continue
    const target = read.target?.trim() ?? read.value?.trim() ?? ''
    const name = normaliseText(read.level3 ?? '')
    const partner = rows.find((row) => normaliseText(row.name) === name && row.longTermTarget === '')
    if (partner) {
      partner.longTermTarget = target
      continue
    }
    const row = indicatorOf(read, rules, nextId())
    rows.push({ ...row, operator: '', value: '', unit: '', longTermTarget: target })
  }
  return rows
}

/** The content of a goal from a form that was read; what the form does not say stays empty. */
export function contentFromForm(
  form: ReadForm,
  unitId: string,
  rules: YearRules,
  nextId: () => string,
): GoalContent {
  const { text, choice } = fieldReader(form)
  const funding = fundingOf(form)
  const period = readPeriod(text('period'), form.year ?? '')
  const content: GoalContent = {
    ...emptyContent(unitId),
    kind: form.kind === 'department-goal' ? 'department' : choice(kindWords, 'kind') || 'project',
    book: choice(bookWords, 'book') || bookOf(funding),
    ...codeAndName(form),
    responsible: text('responsible'),
    ...contactOf(text('contact'), text('phone')),
    category: choice(categoryWords, 'category', 'duration', 'attribute'),
    budgetKind: choice(budgetKindWords, 'budgetKind', 'category', 'duration'),
    importance: choice(importanceWords, 'importance', 'category') || 'general',
    attribute: choice(attributeWords, 'attribute', 'duration'),
    duration: choice(durationWords, 'duration', 'attribute', 'category'),
    startsOn: parseDay(text('startsOn')) || period.startsOn,
    endsOn: parseDay(text('endsOn'), 'last') || period.endsOn,
    basis: text('basis'),
    overview: text('overview'),
    necessity: text('necessity'),
    feasibility: text('feasibility'),
    total: form.total ?? (funding.length > 0 ? addUp(funding.map((line) => line.amount)) : null),
    funding,
    annualGoals: form.goals.annual.map((goal) => goal.trim()).filter((goal) => goal !== ''),
    longTermGoal: form.goals.longTerm.trim(),
    indicators: indicatorsOf(form, rules, nextId),
    tasks: form.tasks.map(({ name, content, total, fiscal, other }) => ({
      id: nextId(),
      name,
      content,
      total,
      fiscal,
      other,
    })),
    preAssessment: text('preAssessment'),
    disclosed: choice(yesNo, 'disclosure') !== 'no',
    disclosureReason: text('disclosureReason'),
    secret: choice(yesNo, 'secret') === 'yes',
    remarks: text('remarks'),
  }
  if (content.kind === 'department' && content.name === '')
    content.name = `${form.unit ?? form.department ?? ''}部门整体支出`
  return content
}
