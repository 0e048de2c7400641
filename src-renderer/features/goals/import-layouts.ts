import type { FileReading } from '#excel/excel'
import { ledgerFields } from '#excel/flat-fields'
import type { FlatLedger } from '#excel/flat-ledger'
import { type FlatMapping, keptMapping, mappingFault, proposeMapping } from '#excel/flat-mapping'
import { readFlat } from '#excel/read-flat'
import { layoutById } from '#storage/layouts'

/** Ledgers of a batch that are laid out alike, and how they are read. */
export type FlatLayout = {
  /** Fingerprint of the heads. */
  id: string
  /** As a person calls it: the first file and sheet. */
  name: string
  ledgers: FlatLedger[]
  mapping: FlatMapping
  /** Whether a person has already said what the columns mean. */
  isKnown: boolean
  /** Lists of monitoring and self-evaluation are not imported yet, so nothing is asked about them. */
  isGoals: boolean
}

/** The layouts of a batch, each with the mapping that is remembered for it or else the proposed one. */
export async function layoutsOf(readings: readonly FileReading[]): Promise<FlatLayout[]> {
  const layouts = new Map<string, FlatLayout>()
  for (const { name, ledgers } of readings) {
    for (const ledger of ledgers) {
      const known = layouts.get(ledger.id)
      if (known) {
        known.ledgers.push(ledger)
        continue
      }
      const layout = await layoutById(ledger.id)
      const kept = keptMapping(layout?.mapping, ledger.heads.length)
      layouts.set(ledger.id, {
        id: ledger.id,
        name: `${name}（${ledger.sheet}）`,
        ledgers: [ledger],
        mapping: kept ?? proposeMapping(ledger),
        isKnown: kept !== null,
        isGoals: ledger.kind === 'goal',
      })
    }
  }
  return [...layouts.values()]
}

export function isAsked(layout: FlatLayout): boolean {
  return layout.isGoals && !layout.isKnown
}

/** The readings with the projects of their ledgers among the forms. */
export function withLedgers(readings: readonly FileReading[], layouts: readonly FlatLayout[]): FileReading[] {
  const byId = new Map(layouts.map((layout) => [layout.id, layout.mapping]))
  return readings.map((reading) => {
    if (reading.ledgers.length === 0) return reading
    const read = reading.ledgers.flatMap((ledger) => {
      const mapping = byId.get(ledger.id)
      return mapping ? readFlat(ledger, mapping) : []
    })
    const forms = [...reading.forms, ...read]
    if (forms.length > 0) return { ...reading, forms }
    const isWanted = reading.ledgers.some((ledger) => byId.get(ledger.id)?.isWanted)
    const why = isWanted ? '台账里没有读到项目，请核对“项目名称”一列' : '按选择没有读取这种台账'
    return { ...reading, forms, error: `“${reading.name}”：${why}。` }
  })
}

/** What a mapping still lacks, as a sentence; '' when it can be used. */
export function mappingHint(layout: FlatLayout): string {
  const found = mappingFault(layout.mapping)
  if (found === null) return ''
  const name = ledgerFields[found.field]
  if (found.fault === 'missing') return `请指出哪一列是“${name}”；不是项目台账的，取消勾选“读取”。`
  return `“${name}”选了两列，请只留一列。`
}
