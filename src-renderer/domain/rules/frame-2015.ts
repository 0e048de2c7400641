import { adjustmentRules } from '../adjustments/rules.ts'
import { analysisRules } from '../analysis/rules.ts'
import { applicationRules } from '../applications/table.ts'
import { assessmentRules } from '../assessments/table.ts'
import { disclosureRules } from '../disclosures/rules.ts'
import { evaluationRules } from '../evaluation/table.ts'
import { monitoringRules } from '../monitoring/table.ts'
import type { FrameLevel, YearRules } from '../year-rules.ts'
import { checkRules } from './check-rules.ts'
import { requiredParts } from './parts.ts'
import { reviewRules } from './review-table.ts'
import { unitRules, unitSpellings } from './unit-rules.ts'
import { changeWords, measureWords, vagueWords } from './vague-words.ts'

const old = '财预〔2015〕88号、财预〔2020〕10号'

const frame: readonly FrameLevel[] = [
  {
    name: '产出指标',
    aliases: ['产出', '项目完成指标', '完成指标', '项目产出指标', '项目产出'],
    weight: 5000,
    clause: old,
    mark: '惯',
    level2: [
      {
        name: '数量指标',
        measured: true,
        aliases: ['数量', '产出数量', '产出数量指标'],
        required: 'error',
        clause: '财预〔2021〕101号（原则上必设）',
        mark: '惯',
      },
      {
        name: '质量指标',
        aliases: ['质量', '产出质量', '产出质量指标'],
        required: 'error',
        clause: '财预〔2021〕101号（原则上必设）',
        mark: '惯',
      },
      {
        name: '时效指标',
        measured: true,
        aliases: ['时效', '产出时效', '产出时效指标', '进度指标'],
        required: 'no',
        clause: old,
        mark: '源',
      },
      {
        name: '成本指标',
        measured: true,
        aliases: ['成本', '产出成本', '产出成本指标'],
        required: 'no',
        clause: old,
        mark: '源',
      },
    ],
  },
  {
    name: '效益指标',
    aliases: ['效益', '项目效益指标', '效果指标', '项目效果指标', '效果', '项目效益', '效益效果指标'],
    weight: 3000,
    clause: old,
    mark: '惯',
    level2: [
      {
        name: '经济效益指标',
        aliases: ['经济效益', '经济指标'],
        required: 'no',
        clause: old,
        mark: '源',
      },
      {
        name: '社会效益指标',
        aliases: ['社会效益', '社会指标'],
        required: 'no',
        clause: old,
        mark: '源',
      },
      {
        name: '生态效益指标',
        aliases: ['生态效益', '环境效益指标', '环境效益', '生态环境效益指标', '生态环境效益', '生态指标'],
        required: 'no',
        clause: old,
        mark: '源',
      },
      {
        name: '可持续影响指标',
        aliases: ['可持续影响', '可持续性影响指标', '可持续发展指标', '可持续指标', '可持续'],
        required: 'no',
        clause: old,
        mark: '源',
      },
    ],
  },
  {
    name: '满意度指标',
    aliases: ['满意度', '项目满意度指标'],
    weight: 1000,
    clause: old,
    mark: '惯',
    level2: [
      {
        name: '服务对象满意度指标',
        measured: true,
        aliases: [
          '服务对象满意度',
          '服务对象',
          '满意度指标',
          '满意度',
          '社会公众或服务对象满意度指标',
          '社会公众或服务对象满意度',
          '受益对象满意度指标',
          '社会满意度指标',
          '社会满意度',
          '群众满意度指标',
          '帮扶对象满意度指标',
        ],
        alsoUnder: ['效益指标'],
        required: 'warning',
        clause: '财预〔2021〕101号（直接服务类必设，非直接服务类可不设）',
        mark: '惯',
      },
    ],
  },
]

/** 产出 50, 效益 30, 满意度 10; cost is one of the output indicators. */
export const frame2015: YearRules = {
  id: 'frame-2015',
  name: '2015/2020 体例（产出 50、效益 30、满意度 10）',
  year: 2015,
  version: 1,
  basis: '财预〔2015〕88号、财预〔2020〕10号',
  frame,
  weightTotal: 9000,
  weightTotals: [9000, 10000],
  executionWeight: 1000,
  weightTolerance: 1000,
  weightShifts: [
    {
      absent: '满意度指标',
      to: [{ name: '效益指标', add: 1000 }],
      clause: '财预〔2021〕101号（不需设满意度的调增到效益指标）',
      mark: '惯',
    },
  ],
  parts: requiredParts,
  checks: checkRules,
  vagueWords,
  measureWords,
  changeWords,
  unitRules,
  unitSpellings,
  review: reviewRules,
  assessment: assessmentRules,
  adjustment: adjustmentRules,
  monitoring: monitoringRules,
  evaluation: evaluationRules,
  applications: applicationRules,
  disclosure: disclosureRules,
  analysis: analysisRules,
}
