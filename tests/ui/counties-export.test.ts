import { afterEach, expect, it, vi } from 'vitest'
import { summaryOf } from '#domain/counties/summary'
import type { YearBook } from '#domain/year-book'
import { exportCounties } from '../../src-renderer/features/counties/counties-export.ts'
import { loaded } from '../excel-out/loaded.ts'

const saved = vi.hoisted(() => ({ bytes: new Uint8Array() as Uint8Array }))

vi.mock('#desktop', () => ({
  desktop: {
    saveFile: async (name: string, bytes: Uint8Array) => {
      saved.bytes = bytes
      return { name, place: '导出' }
    },
  },
}))

const summary = summaryOf({
  ...{ goals: [], monitorings: [], executions: [], disposals: [], selfEvaluations: [], tasks: [] },
})

function book(regionName: string, at: string): YearBook {
  const identity = { regionCode: '511922', regionName, level: 'county', office: '', section: '' } as const
  const collected = { stationId: regionName, name: regionName, packageId: '', at }
  return {
    ...{ id: regionName, year: 2026, name: regionName, demo: false, identity, rulesId: '', previousId: '' },
    ...{ createdAt: at, ...(at !== '' && { collected }) },
  }
}

afterEach(() => vi.unstubAllEnvs())

it('the day a county sent its data is that of where the machine stands', async () => {
  vi.stubEnv('TZ', 'Asia/Shanghai')
  const counties = [book('南江县', '2026-07-31T23:30:00Z'), book('巴州区', '')]
  await exportCounties(
    counties.map((own) => ({ book: own, summary, isStale: false })),
    book('巴中市', ''),
  )
  const sheet = (await loaded(saved.bytes)).getWorksheet('区县汇总')
  const rows = sheet?.getSheetValues().map((row) => (Array.isArray(row) ? row.slice(1, 3) : []))
  expect(rows).toContainEqual(['南江县', '2026-08-01'])
  expect(rows).toContainEqual(['巴州区', '本机数据'])
})
