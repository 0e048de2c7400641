import type { Mark, Sourced } from '../year-rules.ts'
import type { AssessmentDimension, AssessmentRules, RequiredMaterial } from './rules.ts'

const five = '巴财〔2020〕38号 三（二）1'
const projectTable = '事前绩效评估评分指标体系（项目）'
const policyTable = '事前绩效评估评分指标体系（政策）'
const list = '事前绩效评估送审资料清单'
const itemPoints = 500

type Group = [group: string, ...items: [text: string, mark: Mark][]]

function dimension(
  id: string,
  name: string,
  source: Sourced,
  itemClause: string,
  groups: readonly Group[],
): AssessmentDimension {
  const items = groups.flatMap(([group, ...rows]) => rows.map(([text, mark]) => ({ group, text, mark })))
  return {
    id,
    name,
    ...source,
    items: items.map(({ group, text, mark }, index) => ({
      id: `${id}-${index + 1}`,
      group,
      text,
      points: itemPoints,
      clause: itemClause,
      mark,
    })),
  }
}

function forProject(id: string, name: string, groups: readonly Group[]): AssessmentDimension {
  return dimension(id, name, { clause: five, mark: '源' }, projectTable, groups)
}

function forPolicy(id: string, name: string, groups: readonly Group[]): AssessmentDimension {
  return dimension(id, name, { clause: policyTable, mark: '源' }, policyTable, groups)
}

const projectDimensions: readonly AssessmentDimension[] = [
  forProject('necessity', '立项必要性', [
    [
      '明确相关性',
      ['项目实施目的明确、内容具体', '源'],
      ['符合国家、市、区规划、政府决策和社会发展要求，与单位职责密切相关', '源'],
    ],
    [
      '必要可行性',
      ['项目具有唯一性，与其他项目不重复、不交叉', '源'],
      ['事前经过必要的可行性研究、专家论证、风险评估和集体决策', '源'],
    ],
  ]),
  forProject('economy', '投入经济性', [
    ['预算科学性', ['支出内容与部门职责匹配', '源'], ['预算明细清晰、明确', '源']],
    ['经济合理性', ['遵循勤俭办事、量力而为', '源'], ['测算依据充分，符合定额等支出标准', '源']],
  ]),
  forProject('goals', '绩效目标合理性', [
    [
      '完整性',
      ['填报格式规范，内容完整、准确，无缺项、错项', '源'],
      ['目标明确、内容具体，反映项目主要情况', '源'],
    ],
    ['科学性', ['指标细化量化、可衡量', '拟'], ['目标与资金规模匹配，预期效益合理', '拟']],
  ]),
  forProject('plan', '实施方案可行性', [
    ['方案完备', ['内容、进度、技术路线明确可行', '拟'], ['组织、人员、制度、场地等保障条件落实', '拟']],
    ['风险可控', ['有过程控制、监管和止损措施', '拟'], ['审批、协议等前置条件具备', '拟']],
  ]),
  forProject('funding', '筹资合规性', [
    ['资金渠道', ['来源渠道、筹措程序合规，事权与支出责任匹配', '拟'], ['财政投入方式合理、公平', '拟']],
    ['财政承受', ['财政可承受，配套资金有保障', '拟'], ['筹资风险可控，有应对措施', '拟']],
  ]),
]

const policyDimensions: readonly AssessmentDimension[] = [
  forPolicy('necessity', '政策设立必要性', [
    [
      '依据充分',
      ['符合法律法规、规划和政府决策，属于公共财政支持范围', '拟'],
      ['针对的问题明确，有事实和数据说明需要政策解决', '拟'],
    ],
    [
      '设立适当',
      ['与现行政策不重复、不交叉、不矛盾', '拟'],
      ['出台前经过调研、征求意见、合法性审查和集体决策', '拟'],
    ],
  ]),
  forPolicy('economy', '政策保障充分性', [
    [
      '标准合理',
      ['受益对象、范围和标准清楚，测算依据充分', '拟'],
      ['投入与预期受益相称，没有更省的办法', '拟'],
    ],
    ['保障落实', ['实施机构、人员和配套制度落实', '拟'], ['资金需求按年度测算，口径清楚', '拟']],
  ]),
  forPolicy('goals', '政策目标合理性', [
    ['完整性', ['政策目标明确，有阶段目标和年度目标', '拟'], ['目标反映政策意图，覆盖主要受益对象', '拟']],
    ['科学性', ['指标细化量化、可衡量，数据可取得', '拟'], ['目标与资金规模匹配，预期效益合理', '拟']],
  ]),
  forPolicy('plan', '政策实施可持续性', [
    [
      '期限与退出',
      ['实施期限明确，有到期评估和退出安排', '拟'],
      ['后续资金、管理能够持续，不形成固化支出', '拟'],
    ],
    [
      '风险可控',
      ['审核、公示、兑现程序清楚，能防止冒领和套取', '拟'],
      ['社会风险和执行风险有应对措施', '拟'],
    ],
  ]),
  forPolicy('funding', '政策资金合规性', [
    [
      '资金渠道',
      ['来源渠道、筹措程序合规，事权与支出责任匹配', '拟'],
      ['投入方式和分配办法合理、公平', '拟'],
    ],
    ['财政承受', ['中长期财政可承受，配套资金有保障', '拟'], ['不增加隐性债务，筹资风险可控', '拟']],
  ]),
]

const both = ['project', 'policy'] as const
const projectOnly = ['project'] as const

function material(
  id: string,
  group: string,
  name: string,
  kinds: RequiredMaterial['kinds'] = both,
): RequiredMaterial {
  return { id, group, name, kinds, clause: list, mark: '源' }
}

const materials: readonly RequiredMaterial[] = [
  material('application', '申报资料', '申报书'),
  material('goal-form', '申报资料', '绩效目标申报表'),
  material('expected', '申报资料', '预期绩效报告'),
  material('policy-basis', '依据资料', '法律法规、政策文件，部门或行业规划'),
  material('plan', '论证资料', '实施方案'),
  material('feasibility', '论证资料', '可行性研究报告', projectOnly),
  material('expert-view', '论证资料', '立项专家论证意见'),
  material('design', '论证资料', '初步设计', projectOnly),
  material('budget', '测算资料', '预算明细及测算说明'),
  material('prices', '测算资料', '设备、材料价格依据', projectOnly),
  material('standards', '测算资料', '定额、取费标准', projectOnly),
  material('other', '测算资料', '其他测算依据'),
]

/** 事前评估 as both shipped packs have it: tables, lines of the conclusion, materials. */
export const assessmentRules: AssessmentRules = {
  tables: { project: projectDimensions, policy: policyDimensions },
  lines: {
    support: 8000,
    adjust: 6000,
    dimensionRate: 60,
    clause: '事前绩效评估得分与结论的对应',
    mark: '拟',
  },
  bands: { excellent: 90, good: 80, medium: 60, clause: '财预〔2020〕10号（优、良、中、差）', mark: '惯' },
  experts: { minimum: 3, clause: '专家抽取规则（3 人以上）', mark: '拟' },
  materials,
}
