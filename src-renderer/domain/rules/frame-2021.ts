import type { FrameLevel, YearRules } from '../year-rules.ts'
import { frame2015 } from './frame-2015.ts'

const core = '财预〔2021〕101号'

const cost: FrameLevel = {
  name: '成本指标',
  aliases: ['成本', '项目成本指标'],
  weight: 2000,
  clause: core,
  mark: '惯',
  level2: [
    {
      name: '经济成本指标',
      measured: true,
      aliases: ['经济成本', '成本指标', '成本', '产出成本指标', '产出成本'],
      alsoUnder: ['产出指标'],
      required: 'warning',
      clause: `${core}（成本指标移到一级）`,
      mark: '惯',
    },
    { name: '社会成本指标', aliases: ['社会成本'], required: 'no', clause: core, mark: '惯' },
    {
      name: '生态环境成本指标',
      aliases: ['生态环境成本', '环境成本指标', '生态成本指标'],
      required: 'no',
      clause: core,
      mark: '惯',
    },
  ],
}

const weights: Readonly<Record<string, number>> = { 产出指标: 4000, 效益指标: 2000, 满意度指标: 1000 }

/** 成本 20 first, then 产出 40, 效益 20, 满意度 10; the names below cost are those of the older frame. */
export const frame2021: YearRules = {
  ...frame2015,
  id: 'frame-2021',
  name: '2021 体例（成本 20、产出 40、效益 20、满意度 10）',
  year: 2021,
  basis: core,
  frame: [
    cost,
    ...frame2015.frame.map((level) => ({
      ...level,
      weight: weights[level.name] ?? null,
      clause: core,
      level2: level.level2.filter((level2) => level2.name !== '成本指标'),
    })),
  ],
  weightShifts: [
    {
      absent: '成本指标',
      to: [
        { name: '产出指标', add: 1000 },
        { name: '效益指标', add: 1000 },
      ],
      clause: `${core}（无成本指标时产出 50、效益 30）`,
      mark: '惯',
    },
    ...frame2015.weightShifts,
  ],
}
