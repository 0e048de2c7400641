import { plain } from './cells.ts'

const measures = '(实施|执行|承担|承办|申报|申请|填报|填表|编报|编制|报送|使用|用款|责任|建设|牵头|自评)'

/** Labels of the form's upper part by the name of the field; compared as `bare` leaves them. */
const labels: readonly [string, RegExp][] = [
  ['project', /^(预算|[一二三]级)?((项目|政策|专项|资金|转移支付|支出)[和/、或及与]?){1,4}(全称|名称)$/],
  ['departmentCode', /^主管部门(编码|代码)$/],
  [
    'department',
    /^(项目|业务|预算|[一二]级|省级|市级|[县区]级|中央|地方|本级|上级)*((主管|归口)(预算)?(部门|单位|局|处室|科室|股室)|预算部门|一级预算(单位|部门))(单位|一级预算单位|机构)*(名称)?$|^部门$/,
  ],
  ['responsible', /^责任主体$/],
  [
    'unit',
    new RegExp(
      `^((项目|资金|预算|具体|二级|三级|基层)*${measures}*(单位|单式)|(项目|资金)?${measures}(机构|主体|部门))(名称)?$`,
    ),
  ],
  ['unitName', /^(部门|单位|部门单位|单位部门)名称$/],
  ['unitCode', /^(单位|预算单位)(编码|代码)$/],
  ['code', /^项目(编码|代码|编号)$/],
  ['year', /^(预算|申报|所属|项目|自评|评价|填报)?(年度|年份)$/],
  ['contact', /^(项目)?(负责人|联系人)(及(联系)?电话)?$/],
  ['phone', /^联系电话$|^电话$/],
  ['category', /^项目类别$/],
  ['budgetKind', /^预算项目(种类|类别)$/],
  ['importance', /^(项目)?(重要程度|重点程度)$/],
  ['attribute', /^项目(属性|性质)$/],
  ['duration', /^项目(类型|周期)$/],
  ['period', /^项目(起止时间|期限|期|实施期|起止期限|实施期限)$/],
  ['startsOn', /^(计划)?开始(日期|时间)$/],
  ['endsOn', /^(计划)?(完成|结束)(日期|时间)$/],
  ['basis', /^(项目)?立项(的)?依据$|^项目申请理由$|^设立依据$/],
  ['overview', /^项目(概况|主要内容|基本情况|内容)$/],
  ['necessity', /^(项目)?(申报|设立|实施)?(的)?必要性$/],
  ['feasibility', /^(项目)?(申报|设立|实施)?(的)?可行性$/],
  ['book', /^(预算类型|预算类别|所属预算)$/],
  ['kind', /^(绩效|管理)对象$/],
  ['disclosure', /^是否公开$/],
  ['disclosureReason', /^不(予)?公开(的)?(原因|理由)$/],
  ['secret', /^是否涉密(项目)?$/],
  ['remarks', /^(其他说明的问题|其他需要说明的问题|其他说明)$/],
  ['preAssessment', /^事前(绩效)?评估(情况|结论|编号|编号及结论|结论及编号|编号与结论|意见)?$/],
]

const annualGoal =
  /^(年度|当年|全年)?(绩效)?(总体)?(绩效)?(目标)$|^(项目绩效总目标|年度总体目标|总体绩效目标|当年绩效目标|预期目标|项目年度目标|年度绩效目标|项目绩效目标|总体目标|年度目标)$/
const longTermGoal = /^(长期|中期|中长期|实施期|项目总|项目总体)(绩效)?(总体)?目标(\(.*\))?$/

function colonless(text: string): string {
  return plain(text).replace(/[:：]$/, '')
}

/** A label without marks, numbering, requests for a seal and the brackets around one of its words. */
function bare(text: string): string {
  return plain(text)
    .replace(/^[*※★]+/, '')
    .replace(/^(\d{1,2}[.、]|[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\))/, '')
    .replace(/[:*]+$/, '')
    .replace(/\([^()]*(章|填)[^()]*\)/g, '')
    .replace(/[()]|及(代码|编码|编号)/g, '')
}

export function labelKey(text: string): string | undefined {
  if (text.length > 60) return undefined
  const label = bare(text)
  if (label === '' || label.length > 20) return undefined
  return labels.find(([, pattern]) => pattern.test(label))?.[0]
}

export type GoalKind = 'annual' | 'long-term'

/** Which goal a text is the label of. */
export function goalKind(text: string): GoalKind | undefined {
  if (text.length > 60) return undefined
  const label = colonless(text)
  if (longTermGoal.test(label)) return 'long-term'
  return annualGoal.test(label) ? 'annual' : undefined
}

/** Whether a text is a label of the upper part, not a value. */
export function isLabel(text: string): boolean {
  return labelKey(text) !== undefined || goalKind(text) !== undefined
}
