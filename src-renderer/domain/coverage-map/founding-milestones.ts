import type { Sourced } from '../year-rules.ts'
import type { MeasureId } from './measures.ts'
import type { MilestoneLevel, MilestonePart } from './milestone.ts'

/** A target of the founding document; `measure` where the data of a book can say how far it is. */
export type ShippedMilestone = Sourced & {
  id: string
  year: number
  level: MilestoneLevel
  part: MilestonePart
  text: string
  measure: MeasureId | ''
}

type Row = [id: string, level: MilestoneLevel, part: MilestonePart, text: string, measure?: MeasureId]

const before: readonly Row[] = [
  [
    '2019-system',
    'both',
    'system',
    '出台目标管理、事前评估、结果应用、信息公开等办法，初步形成“1+N”制度体系框架；区县制定本级操作方案',
    'regulations',
  ],
  [
    '2019-indicators',
    'city',
    'indicators',
    '在省目标申报表基础上新增责任主体、项目类别等基本信息，健全指标体系',
  ],
  ['2019-assessment', 'both', 'process', '重大政策、项目开展事前绩效评估', 'assessments'],
  [
    '2019-goals',
    'both',
    'objects',
    '部门预算收支、政策和项目支出全面纳入绩效管理，目标与预算同步申报、上会、批复、公示',
    'goals',
  ],
  [
    '2019-evaluation',
    'both',
    'objects',
    '全面开展预算绩效评价，结果报市委市政府主要领导审示，以市政府文件通报',
    'evaluations',
  ],
  ['2019-department', 'both', 'books', '试点开展部门整体支出绩效评价', 'department-evaluation'],
  [
    '2019-monitoring',
    'both',
    'books',
    '推进四本预算绩效目标实现程度和预算执行进度“双监控”',
    'book-monitoring',
  ],
  [
    '2019-platform',
    'city',
    'platform',
    '将《绩效目标申报表》嵌入部门预算管理系统，编报部门预算时同步编报目标',
  ],
]
const in2020: readonly Row[] = [
  ['2020-system', 'both', 'system', '市级调研评估已出台制度并跟进补充，督导区县完善制度办法'],
  ['2020-indicators', 'both', 'indicators', '市级分领域核心绩效指标初步建立，区县参照细化', 'own-indicators'],
  [
    '2020-government',
    'both',
    'objects',
    '全面开展政府预算绩效管理，对非扩权县（巴州区、恩阳区）开展政府预算绩效评价',
    'government-evaluation',
  ],
  [
    '2020-fund',
    'both',
    'books',
    '市级开展政府性基金预算绩效监控和绩效评价；区县开展政府性基金绩效目标编制和绩效评价',
    'fund-book',
  ],
  ['2020-platform', 'both', 'platform', '预算绩效信息管理平台全面试运行'],
]
const in2021: readonly Row[] = [
  [
    '2021-system',
    'both',
    'system',
    '市级全面梳理制度办法，查漏补缺、修订完善；区县健全优化本级制度',
    'regulations',
  ],
  [
    '2021-indicators',
    'both',
    'indicators',
    '市级绩效指标体系基本建成，区县细化设置基本完成',
    'own-indicators',
  ],
  [
    '2021-government',
    'city',
    'objects',
    '优化政府预算绩效管理，对所辖非扩权区（市、县）政府预算开展绩效评价',
    'government-evaluation',
  ],
  ['2021-books', 'city', 'books', '市级预算绩效目标、监控、评价覆盖四本预算', 'four-books'],
  ['2021-insurance', 'county', 'books', '区县开展社保基金预算绩效监控试点', 'insurance-monitoring'],
  ['2021-platform', 'both', 'platform', '市级平台有效运行，区县平台全面正式运行'],
]
const in2022: readonly Row[] = [
  ['2022-system', 'both', 'system', '全市预算绩效管理制度体系健全完善', 'regulations'],
  ['2022-indicators', 'both', 'indicators', '全市绩效指标体系全面建成', 'own-indicators'],
  ['2022-objects', 'both', 'objects', '政府预算、部门支出、政策支出、项目支出绩效管理全覆盖', 'goals'],
  ['2022-cycle', 'both', 'objects', '部门、政策、项目支出财政重点评价实现 4 年全覆盖', 'cycle'],
  ['2022-yearly', 'both', 'objects', '政府预算绩效评价每年全覆盖', 'government-evaluation'],
  ['2022-process', 'both', 'process', '四本预算事前、事中、事后全过程绩效管理整体实现', 'whole-process'],
  ['2022-platform', 'both', 'platform', '全市预算绩效信息管理平台高效运行'],
]

function of(year: number, clause: string, rows: readonly Row[]): ShippedMilestone[] {
  return rows.map(([id, level, part, text, measure]) => ({
    ...{ id, year, level, part, text },
    measure: measure ?? '',
    ...{ clause: `巴财〔2020〕38号 四（${clause}）`, mark: '源' },
  }))
}

/** 进度安排 of the founding document (四), each target with its year; 2020 年及以前 stands under 2019. */
export const shippedMilestones: readonly ShippedMilestone[] = [
  ...of(2019, '一', before),
  ...of(2020, '二', in2020),
  ...of(2021, '三', in2021),
  ...of(2022, '四', in2022),
]

/** The year as the road map heads it. */
export function milestoneYearText(year: number): string {
  return year === 2019 ? '2020 年及以前' : `${year} 年`
}
