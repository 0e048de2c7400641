import { z } from 'zod'
import { fiscalFigures } from '#domain/evaluation/fiscal-figures'
import { type scoringMethods, systemStates } from '#domain/evaluation/indicator-system'
import type { ExpertKit, ExpertReturn } from '#domain/evaluation/kit'
import { aspectFindings } from '#domain/evaluation/mark'
import { aggregations } from '#domain/evaluation/rules'
import { taskLevels, taskStates } from '#domain/evaluation/task'
import { objectKinds } from '#domain/goals/goal'

/** Nothing from a file is trusted: texts have an end, points are whole numbers, what is not known is left out. */
const line = z.string().max(2000)
const text = z.string().max(100_000)
const id = z.string().min(1).max(200)
const points = z.int().min(0).max(1_000_000)
const moment = z.union([z.literal(''), z.iso.datetime()])
const day = z.union([z.literal(''), z.iso.date()])
const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`))
const some = <Item extends z.ZodType>(item: Item) => z.array(item).max(2000)

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>) {
  return z.enum(Object.keys(table) as [Key, ...Key[]]) // the keys of the table
}

const sourced = { clause: line, mark: z.enum(['源', '惯', '拟']) }

const method = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('aspects'), aspects: some(z.object({ id, text: line, points })) }),
  z.object({
    ...{ kind: z.literal('ratio'), operator: z.enum(['≥', '≤', '=']), target: line, unit: line },
    passBelow: z.number().nullable(),
  }),
  z.object({ kind: z.literal('yes-no'), question: line }),
  z.object({
    ...{ kind: z.literal('bands'), unit: line, order: z.enum(['more', 'less']) },
    bands: some(z.object({ from: line, rate: z.number().min(0).max(100) })),
  }),
  z.object({ kind: z.literal('deduction'), items: some(z.object({ id, text: line, points })) }),
  z.object({ kind: z.literal('satisfaction'), full: z.number(), zero: z.number() }),
  z.object({ kind: z.literal('graded') }),
]) satisfies z.ZodType<{ kind: keyof typeof scoringMethods }>

const indicator = z.object({
  ...{ id, name: line, explanation: text, points, method, data: text, evidence: text },
  ...sourced,
})
const group = z.object({
  ...{ id, name: line, role: z.enum(['output', 'benefit', 'other']), points, indicators: some(indicator) },
  ...sourced,
})
const level = z.object({ id, name: line, points, groups: some(group), ...sourced })
const system = z.object({
  ...{ id, name: line, scope: keysOf({ ...objectKinds, fund: 0, capital: 0, insurance: 0 }) },
  ...{ levels: some(level), version: z.int(), state: keysOf(systemStates), basedOn: line },
  ...{ approvedBy: line, approvedAt: moment, ...sourced },
})

const region = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() })
const evidence = z.object({ attachmentId: id, page: z.int().min(1).nullable(), region: region.nullable() })
const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('aspects'), findings: z.record(id, keysOf(aspectFindings)) }),
  z.object({ kind: z.literal('value'), value: line }),
  z.object({ kind: z.literal('yes-no'), yes: z.boolean() }),
  z.object({ kind: z.literal('deduction'), counts: z.record(id, z.int().min(0)) }),
  z.object({ kind: z.literal('points'), points }),
  z.object({ kind: z.literal('unproven') }),
])
const mark = z.object({ answer, reason: text, evidence: some(evidence) })
const marks = z.record(id, mark)

const expert = z.object({ expertId: id, name: line, weight: z.int().min(1) })
const attachment = z.object({ hash: hex(64), name: line, size: z.int().min(0), addedAt: line, addedBy: line })
const material = z.object({
  id,
  name: line,
  attachment: attachment.nullable(),
  number: line,
  note: text,
  indicatorIds: some(id),
})
const written = { revision: z.int().min(0), changedAt: line, changedBy: line }

const figures = z.partialRecord(keysOf(fiscalFigures), z.object({ value: line, source: line }))

const task = z.object({
  ...{ id, bookId: line, goalId: line, unitId: line, sectionId: line, name: line, code: line },
  ...{ kind: keysOf(objectKinds), scope: system.shape.scope, level: keysOf(taskLevels), number: line },
  ...{ agencyId: line, startsOn: day, dueOn: day, system, isBlind: z.boolean(), calibrationId: line },
  aggregation: z.union([z.literal(''), keysOf(aggregations)]),
  ...{ experts: some(expert), materials: some(material), state: keysOf(taskStates), heldSince: line },
  // What others found is never in a kit; whatever a file says of it is not taken over.
  ...{ problems: none(), recommendations: none(), replies: none(), trail: none() },
  figures: figures.default({}),
  ...{ texts: z.unknown().transform(() => ({})), frozen: z.unknown().transform(() => null) },
  ...written,
})

function none() {
  return z.unknown().transform(() => [])
}

const sheet = z.object({
  ...{
    id,
    taskId: id,
    expertId: id,
    name: line,
    weight: z.int().min(1),
    round: z.union([z.literal(1), z.literal(2)]),
  },
  ...{ asked: some(id), marks, vetoes: some(id), signedAt: moment, bookId: line, unitId: line },
  ...written,
})

const amount = z.int().nullable()
const facts = z.object({
  treasury: z.object({ initial: amount, adjusted: amount, allocated: amount, paid: amount }).nullable(),
  reported: some(z.object({ name: line, actual: line, unit: line })),
  figures: figures.default({}),
})

export const kitSchema: z.ZodType<ExpertKit> = z.object({
  ...{ task, sheet, unitName: line, office: line, regionCode: line, regionName: line },
  ...{ year: z.int().min(2000).max(2100), rulesId: id, privateKey: hex(64), facts },
})

export const returnSchema: z.ZodType<ExpertReturn> = z.object({
  ...{ sheetId: id, taskId: id, round: sheet.shape.round, marks, vetoes: some(id) },
  signedAt: z.iso.datetime(),
})
