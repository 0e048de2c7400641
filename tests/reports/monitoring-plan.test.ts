import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { yearPlan } from '#domain/monitoring/plan'
import { rulesById } from '#domain/year-rules'
import { monitoringPlan } from '#reports/monitoring-plan'

const rules = rulesById('frame-2021').monitoring
const issued = { id: 'r', name: '一季度重点监控', month: 3, dueOn: '2026-04-20', state: 'closed' } as const

async function textOf(change: Partial<typeof rules> = {}): Promise<string> {
  const own = { ...rules, ...change }
  const months = yearPlan(own, [issued], { year: 2026, today: '2026-05-01', withData: new Set() })
  const plan = { office: '南江县财政局', year: 2026, months, rules: own, writtenOn: '2026-01-15' }
  const parts = unzipSync(await monitoringPlan(plan))
  return strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '')
}

it('has the rounds of the rules and those of the bureau, with their days and lines', async () => {
  const text = await textOf()
  for (const part of [
    '2026年度预算绩效运行监控工作计划',
    '1—3 月',
    '一季度重点监控，2026年4月20日前报送',
    '1—7 月绩效监控，2026年8月31日前报送',
    '1—10 月绩效监控，2026年10月31日前报送',
    '25%',
    '80%',
    '预算 200 万元以上且截至 8 月底支出进度低于 60% 的项目',
    '相差超过 10 个百分点',
    '10 个工作日内',
    '2026年1月15日',
  ])
    expect([part, text.includes(part)]).toEqual([part, true])
})

it('says what the bureau set in place of the pack', async () => {
  const text = await textOf({
    gap: { ...rules.gap, yellow: 15 },
    disposal: { ...rules.disposal, workingDays: 7 },
  })
  expect(text).toContain('相差超过 15 个百分点')
  expect(text).toContain('7 个工作日内')
})
