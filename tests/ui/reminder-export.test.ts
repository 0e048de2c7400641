import { beforeEach, expect, it, vi } from 'vitest'
import { exportReminder as exportMonitoringReminder } from '../../src-renderer/features/monitoring/monitoring-export.ts'
import { exportReminder } from '../../src-renderer/features/self-evaluation/self-evaluation-export.ts'

const saved = vi.hoisted(() => ({ names: [] as string[] }))
const note = vi.hoisted(() => '涉密的 1 项没有导出，请线下办理。')

vi.mock('#desktop', () => ({
  desktop: {
    saveFile: async (name: string) => {
      saved.names.push(name)
      return { name, place: '导出' }
    },
  },
}))
vi.mock('#storage/leaving', () => ({ leavingOf: async () => ({ open: [], left: 1, note }) }))

beforeEach(() => {
  saved.names = []
})

const where = { book: { id: 'book', year: 2026, identity: { office: '南江县财政局' } }, units: [] } as never // nothing else is read

it('no reminder is written to nobody, and what was left out is said', async () => {
  const sentences = [
    await exportReminder([], '2026-03-31', where),
    await exportMonitoringReminder([], { name: '上半年监控', month: 6, dueOn: '2026-07-31' } as never, where), // nothing else is read
  ]
  expect(saved.names).toEqual([])
  for (const sentence of sentences) {
    expect(sentence).toContain('没有导出催报函')
    expect(sentence).toContain(note)
  }
})
