import {
  type Carried,
  type ExchangeTable,
  exchangeTableList,
  exchangeTables,
  nameOf,
} from '#domain/exchange/contents'
import { isSame } from '#domain/exchange/merge'
import { type Found, found, opened, type Parts, records, tablesOf } from './package-file.ts'

type Named = { id: string; name: string }
type Field = { path: string; a: unknown; b: unknown }
type TableDifference = {
  table: ExchangeTable
  onlyA: Named[]
  onlyB: Named[]
  changed: (Named & { fields: Field[] })[]
  same: number
}
type PartDifference = { onlyA: string[]; onlyB: string[]; changed: string[] }

/** Two packages record by record; that they differ is no fault. */
export async function diff(first: string, second: string, isJson: boolean): Promise<void> {
  const [a, b] = [found(first), found(second)]
  const [partsA, partsB] = [await opened(a), await opened(b)]
  const tables: TableDifference[] = []
  for (const table of tablesIn(a, b)) {
    tables.push(compared(table, await recordsIn(a, partsA, table), await recordsIn(b, partsB, table)))
  }
  const parts = otherParts(partsA, partsB)
  console.log(
    isJson ? JSON.stringify({ a: first, b: second, tables, parts }, null, 2) : linesOf(tables, parts),
  )
}

function tablesIn(a: Found, b: Found): ExchangeTable[] {
  const there = new Set([...tablesOf(a.manifest), ...tablesOf(b.manifest)])
  return exchangeTableList.filter((table) => there.has(table))
}

async function recordsIn(
  { manifest }: Found,
  parts: Parts,
  table: ExchangeTable,
): Promise<Map<string, Carried>> {
  const all = new Map<string, Carried>()
  for await (const record of records(parts, table, manifest)) all.set(record.id, record)
  return all
}

function compared(
  table: ExchangeTable,
  a: ReadonlyMap<string, Carried>,
  b: ReadonlyMap<string, Carried>,
): TableDifference {
  const only = (here: ReadonlyMap<string, Carried>, there: ReadonlyMap<string, Carried>) =>
    [...here.values()].filter(({ id }) => !there.has(id)).map(named)
  const both = [...a.values()].flatMap((record) => {
    const other = b.get(record.id)
    return other ? [{ ...named(other), fields: changedIn('', record, other) }] : []
  })
  const changed = both.filter(({ fields }) => fields.length > 0)
  return { table, onlyA: only(a, b), onlyB: only(b, a), changed, same: both.length - changed.length }
}

function named(record: Carried): Named {
  return { id: record.id, name: nameOf(record) }
}

/** The fields in which two values differ: inside objects by field, every list as one value. */
function changedIn(path: string, a: unknown, b: unknown): Field[] {
  if (isSame(a, b)) return []
  if (!isFields(a) || !isFields(b)) return [{ path, a: a ?? null, b: b ?? null }]
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].flatMap((name) => changedIn(path === '' ? name : `${path}.${name}`, a[name], b[name]))
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Attachments and single papers; schemas say nothing of the content. */
function otherParts(a: Parts, b: Parts): PartDifference {
  const names = (parts: Parts) => [...parts.keys()].filter((name) => !/^(records|schemas)\//.test(name))
  const [inA, inB] = [names(a), names(b)]
  return {
    onlyA: inA.filter((name) => !b.has(name)),
    onlyB: inB.filter((name) => !a.has(name)),
    changed: inA.filter(
      (name) => b.has(name) && !Buffer.from(a.get(name) ?? []).equals(b.get(name) ?? Buffer.of()),
    ),
  }
}

function linesOf(tables: readonly TableDifference[], parts: PartDifference): string {
  const lines = tables.flatMap(({ table, onlyA, onlyB, changed, same }) => [
    `${exchangeTables[table]}：仅甲 ${onlyA.length}，仅乙 ${onlyB.length}，有变化 ${changed.length}，相同 ${same}`,
    ...onlyA.map(({ id, name }) => `  仅甲  ${name}  ${id}`),
    ...onlyB.map(({ id, name }) => `  仅乙  ${name}  ${id}`),
    ...changed.map(
      ({ id, name, fields }) => `  变化  ${name}  ${id}  ${fields.map(({ path }) => path).join('、')}`,
    ),
  ])
  const files = [
    ...parts.onlyA.map((name) => `  仅甲  ${name}`),
    ...parts.onlyB.map((name) => `  仅乙  ${name}`),
    ...parts.changed.map((name) => `  变化  ${name}`),
  ]
  if (files.length > 0) lines.push('其他部分：', ...files)
  return lines.length === 0 ? '没有可以比较的内容' : lines.join('\n')
}
