import { disposalRules } from '../disposals/table.ts'
import { screeningRules } from '../screening/table.ts'
import type { Mark } from '../year-rules.ts'
import type { MonitoringRules } from './rules.ts'

const sichuan = '四川省《部门预算绩效运行监控管理办法》（2025 年）'
const national = '财预〔2019〕136号'
const own = '本系统缺省，可在规则包中调整'

const lines: readonly [month: number, rate: number][] = [
  [4, 25],
  [6, 40],
  [8, 60],
  [10, 80],
]

const levels: readonly [name: string, rate: number, words: readonly string[]][] = [
  [
    '达成',
    100,
    ['达成', '完成', '已完成', '全部完成', '达标', '达到', '实现', '优', '优秀', '是', '合格', '全部达成'],
  ],
  ['部分达成', 70, ['部分', '基本', '正在', '进行中', '推进中', '未全部', '良', '良好']],
  [
    '未达成',
    0,
    [
      '未达成',
      '未完成',
      '未实现',
      '未达标',
      '未达到',
      '未开展',
      '未启动',
      '没有完成',
      '尚未',
      '不能完成',
      '无法完成',
      '否',
      '差',
      '不合格',
    ],
  ],
]

const causes: readonly [id: string, name: string][] = [
  ['funds', '经费保障'],
  ['system', '制度保障'],
  ['people', '人员保障'],
  ['equipment', '硬件条件保障'],
  ['other', '其他'],
]

/** 双监控 under both frames: the province's lines, the proposed colours beside them, and the national form. */
export const monitoringRules: MonitoringRules = {
  executionLines: lines.map(([month, rate]) => ({ month, rate, clause: sichuan, mark: '源' })),
  execution: { red: 10, ahead: 20, clause: own, mark: '拟' },
  goal: { green: 100, yellow: 80, excess: 130, clause: own, mark: '拟' },
  gap: { yellow: 10, red: 20, clause: `${sichuan}（差异超过 10%；红灯线为${own}）`, mark: '源' },
  carryover: { yellow: 10, red: 30, clause: own, mark: '拟' },
  qualitative: levels.map(([name, rate, words]) => ({
    name,
    rate,
    words,
    clause: '财预〔2020〕10号（定性指标分档，取部分达成档的中值）',
    mark: '拟' satisfies Mark,
  })),
  reasonBelow: { rate: 90, clause: '项目支出绩效目标执行监控表（执行率低的须说明原因）', mark: '惯' },
  limits: { cell: 100, text: 200, clause: '四川省预算管理一体化监控表字数限制', mark: '惯' },
  causes: causes.map(([id, name]) => ({
    id,
    name,
    clause: `${national} 附件 项目支出绩效目标执行监控表`,
    mark: '源' satisfies Mark,
  })),
  rounds: [
    { name: '1—7 月绩效监控', month: 7, due: '08-31', clause: national, mark: '惯' },
    { name: '1—10 月绩效监控', month: 10, due: '10-31', clause: '四川 2026 年度监控工作通知', mark: '源' },
  ],
  keyObjects: {
    budget: 200_0000_00,
    month: 8,
    rate: 60,
    clause: '重点监控实例：预算 200 万元以上且 8 月底支出进度低于 60%（60% 与四川预警线一致）',
    mark: '源',
  },
  disposal: disposalRules,
  screening: screeningRules,
}
