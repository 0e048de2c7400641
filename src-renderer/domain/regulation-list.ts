import { emptyRegulation, type RegulationContent } from './regulations.ts'

type Listed = [
  name: string,
  number: string,
  issuer: string,
  issuedOn: string,
  board: RegulationContent['board'],
  stage: RegulationContent['stage'],
]

const city = '巴中市财政局'
const province = '四川省财政厅'
const ministry = '财政部'

// Names, 文号 and days as far as the sources give them; a 文号 in doubt is left blank rather than guessed.
const listed: readonly Listed[] = [
  ['关于全面实施预算绩效管理的意见', '中发〔2018〕34号', '中共中央、国务院', '', 'organisation', 'general'],
  [
    '关于全面实施预算绩效管理的实施意见',
    '川委发〔2019〕8号',
    '中共四川省委、四川省人民政府',
    '',
    'organisation',
    'general',
  ],
  [
    '巴中市全面推进预算绩效管理的实施方案',
    '巴委发〔2019〕10号',
    '中共巴中市委、巴中市人民政府',
    '',
    'organisation',
    'general',
  ],
  ['巴中市财政局预算绩效管理工作实施方案', '巴财〔2020〕38号', city, '2020-05-28', 'organisation', 'general'],
  ['深入实施预算绩效管理的通知', '川委厅〔2022〕5号', '四川省委办公厅', '', 'organisation', 'general'],
  ['中央部门预算绩效目标管理办法', '财预〔2015〕88号', ministry, '', 'process', 'goal'],
  [
    '中央部门项目支出核心绩效目标和指标设置及取值指引（试行）',
    '财预〔2021〕101号',
    ministry,
    '',
    'foundation',
    'goal',
  ],
  ['中央部门预算绩效运行监控管理暂行办法', '财预〔2019〕136号', ministry, '', 'process', 'monitoring'],
  ['项目支出绩效评价管理办法', '财预〔2020〕10号', ministry, '2020-02-25', 'process', 'evaluation'],
  ['四川省预算绩效评价管理办法', '川财绩〔2025〕5号', province, '', 'process', 'evaluation'],
  [
    '四川省部门预算绩效运行监控管理办法',
    '川财绩〔2025〕10号',
    province,
    '2025-09-24',
    'process',
    'monitoring',
  ],
  ['四川省预算绩效目标管理办法', '', province, '2025-09-24', 'process', 'goal'],
  ['四川省预算绩效评估管理办法', '', province, '2025-12-18', 'process', 'pre-assessment'],
  ['四川省预算绩效结果应用管理办法', '', province, '2025-09-24', 'process', 'application'],
  ['深化财政绩效监督管理改革实施方案', '川财办〔2025〕33号', province, '', 'supervision', 'general'],
]

/** The papers on which the program's own rules rest, as a first stock of the register (本系统默认). */
export const listedRegulations: readonly RegulationContent[] = listed.map(
  ([name, number, issuer, issuedOn, board, stage]) => ({
    ...emptyRegulation,
    name,
    number,
    issuer,
    issuedOn,
    board,
    stage,
    note: '本系统默认目录，文号和日期以原件为准。',
  }),
)
