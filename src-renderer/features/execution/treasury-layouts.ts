import type { TreasuryFile } from '#excel/excel'
import { readTreasury, type TreasuryReading } from '#excel/read-treasury'
import { treasuryFields } from '#excel/treasury-fields'
import type { TreasuryLedger } from '#excel/treasury-ledger'
import {
  keptTreasury,
  proposeTreasury,
  type TreasuryMapping,
  treasuryMappingFault,
} from '#excel/treasury-mapping'
import { layoutById } from '#storage/layouts'

/** A ledger of a file, with the month a person set for it; null leaves what the ledger says. */
export type TreasurySource = { key: string; file: string; ledger: TreasuryLedger; month: number | null }

/** Ledgers of a batch that are laid out alike, and how they are read. */
export type TreasuryLayout = {
  /** Fingerprint of the heads. */
  id: string
  /** As a person calls it: the first file and sheet. */
  name: string
  sources: TreasurySource[]
  mapping: TreasuryMapping
  /** Whether a person has already said what the columns mean. */
  isKnown: boolean
}

/** The layouts of a batch, each with the mapping that is remembered for it or else the proposed one. */
export async function treasuryLayouts(files: readonly TreasuryFile[]): Promise<TreasuryLayout[]> {
  const layouts = new Map<string, TreasuryLayout>()
  for (const { path, name, ledgers } of files) {
    for (const ledger of ledgers) {
      const source = { key: `${path}|${ledger.sheet}`, file: path, ledger, month: null }
      const known = layouts.get(ledger.id)
      if (known) {
        known.sources.push(source)
        continue
      }
      const kept = keptTreasury((await layoutById(ledger.id))?.mapping, ledger.heads.length)
      layouts.set(ledger.id, {
        id: ledger.id,
        name: `${name}（${ledger.sheet}）`,
        sources: [source],
        mapping: kept ?? proposeTreasury(ledger),
        isKnown: kept !== null,
      })
    }
  }
  return [...layouts.values()]
}

/** Whether the month of a ledger must be said by a person: neither a column, its heads, its title nor its file says it. */
function lacksMonth({ ledger, month }: TreasurySource, { fields, isWanted }: TreasuryMapping): boolean {
  if (!isWanted || fields.includes('month') || fields.includes('ofMonth')) return false
  return (month ?? ledger.month) === null
}

/** Whether the month stands in the rows or heads of a layout, so that nothing is asked of its files. */
export function hasOwnMonths({ fields }: TreasuryMapping): boolean {
  return fields.includes('month') || fields.includes('ofMonth')
}

/** What a layout still lacks, as a sentence; '' when it can be used. */
export function layoutHint({ mapping, sources }: TreasuryLayout): string {
  const found = treasuryMappingFault(mapping)
  if (found?.fault === 'no-project')
    return '请指出哪一列是“项目名称”或“项目编码”；不是国库台账的，取消勾选“读取”。'
  if (found?.fault === 'no-amount') return '请指出哪一列是预算或支出金额。'
  if (found?.fault === 'two-paid') return '支出只按一种列读：累计支出、当月支出或各月一列，请只留一种。'
  if (found?.fault === 'twice') return `“${treasuryFields[found.field]}”选了两列，请只留一列。`
  if (sources.some((source) => lacksMonth(source, mapping))) return '请选定数据截至的月份。'
  return ''
}

/** All lines and sums of the layouts as they are mapped. */
export function readLayouts(layouts: readonly TreasuryLayout[]): TreasuryReading {
  const readings = layouts.flatMap(({ sources, mapping }) =>
    sources.map(({ file, ledger, month }) => readTreasury(ledger, mapping, { file, month })),
  )
  return {
    lines: readings.flatMap(({ lines }) => lines),
    sums: readings.flatMap(({ sums }) => sums),
  }
}
