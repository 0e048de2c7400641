import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Assessment } from '#domain/assessments/assessment'
import { assessmentReport } from '#reports/assessment-report'
import { complete, listed, rules } from '../domain/sample-assessment.ts'
import { wan } from '../domain/sample-goal.ts'

/** The text of the document as a reader sees it, paragraph by paragraph. */
async function textOf(assessment: Assessment): Promise<string> {
  const bytes = await assessmentReport({
    assessment,
    rules,
    year: 2026,
    office: '南江县财政局',
    unitName: '南江县公路养护中心',
    departmentName: '南江县交通运输局',
    sectionName: '经济建设科',
    attribute: '新增',
    printedOn: '2026-09-20',
  })
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  return xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
}

const full = complete({
  state: 'concluded',
  visitOn: '2026-09-08',
  basedOn: '2026-09-01',
  reviewNumber: '南评审〔2026〕9号',
  reportVersion: 'final',
  preconditions: [{ id: 'p', text: '完成用地审批', state: 'open', owner: '南江县自然资源局' }],
  dimensions: {
    necessity: {
      facts: '县道病害率 18%。',
      issues: '前期论证偏简。',
      analysis: '确有必要。',
      verdict: '立项必要。',
    },
  },
  texts: { ...complete().texts, overall: '建议核减后安排。', problems: '单价偏高。', near: '压减单价。' },
})

describe('the report in Word', () => {
  it('follows the outline in its order', async () => {
    const text = await textOf(full)
    const outline = [
      '项目事前绩效评估报告',
      '摘　要',
      '一、评估对象基本情况',
      '（一）立项背景',
      '（四）资金构成',
      '二、评估工作开展情况',
      '三、综合评估情况与结论',
      '（一）立项必要性',
      '1.事实依据。县道病害率 18%。',
      '2.发现的问题。前期论证偏简。',
      '3.分析判断。确有必要。',
      '4.综上结论。立项必要。',
      '（五）筹资合规性',
      '（六）综合得分',
      '（七）总体结论',
      '评估结论：予以支持。建议核减后安排。',
      '四、相关建议',
      '完成用地审批',
      '五、其他需要说明的问题',
      '附件 1',
      '附件 2',
      '附件 3',
      '专家签字：',
    ]
    let at = -1
    for (const part of outline) {
      const next = text.indexOf(part, at + 1)
      expect(next, `${part} after ${text.slice(Math.max(at, 0), at + 20)}`).toBeGreaterThan(at)
      at = next
    }
  })

  it('is filled from the data, money and days as domain writes them', async () => {
    const text = await textOf(full)
    for (const part of [
      '农村公路日常养护',
      '南江县公路养护中心',
      '南江县交通运输局',
      '南财评〔2026〕1号',
      '南评审〔2026〕9号',
      '2026年9月1日',
      '现场核实日期：2026年9月8日',
      '正式稿',
      '申报金额 150.00 万元，建议金额 120.00 万元，核减 30.00 万元',
      '新出台部门发展类项目资金 150.00 万元，超过 100 万元',
      '合计 90.00 分，达到 80 分',
      '优 4.50',
      '南江县自然资源局',
      '一次现场、成果共享',
      '经济建设科初审意见：项目属新增，建议评估。（建议：评估和评审共用）',
    ])
      expect(text).toContain(part)
    expect(text).not.toMatch(/undefined|null|NaN|\[object/)
  })

  it('an assessment that is barely begun still makes a readable draft', async () => {
    const text = await textOf(listed())
    expect(text).toContain('（待补充）')
    expect(text).toContain('专家评分尚未提交。')
    expect(text).toContain('送审稿')
    expect(text).not.toMatch(/undefined|null|NaN|\[object/)
  })

  it('names the policy table for a policy', async () => {
    const text = await textOf(complete({ kind: 'policy', experts: [], recommended: 1 * wan }))
    expect(text).toContain('政策事前绩效评估报告')
    expect(text).toContain('（四）政策实施可持续性')
  })

  it('keeps what XML cannot hold out, and escapes what it can', async () => {
    const text = await textOf(complete({ name: '养护\u0000<一>&\u0008二\ud800' }))
    expect(text).toContain('养护&lt;一&gt;&amp;二')
  })
})
