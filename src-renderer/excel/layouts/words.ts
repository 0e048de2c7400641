/** Labels of the forms, as rules.md 1.7, 2.5 and 2.6 name them. The reader finds every one of them again. */
export const labels = {
  project: '项目名称',
  policy: '政策名称',
  code: '项目代码',
  department: '主管部门',
  departmentCode: '主管部门编码',
  unit: '实施单位',
  unitName: '部门（单位）名称',
  unitCode: '单位编码',
  responsible: '责任主体',
  category: '项目类别',
  contact: '项目负责人',
  phone: '联系电话',
  kind: '绩效对象',
  book: '所属预算',
  budgetKind: '预算项目种类',
  importance: '项目重要程度',
  attribute: '项目属性',
  duration: '项目类型',
  period: '项目期限',
  startsOn: '开始日期',
  endsOn: '完成日期',
  basis: '立项依据',
  overview: '项目概况',
  necessity: '项目实施必要性',
  feasibility: '项目实施可行性',
  preAssessment: '事前评估编号及结论',
  disclosure: '是否公开',
  disclosureReason: '不公开原因',
  secret: '是否涉密',
  longTermGoal: '长期目标',
  annualGoal: '年度目标',
  remarks: '其他说明的问题',
  funds: '项目资金\n（万元）',
  total: '年度资金总额',
  tasks: '年度主要任务',
} as const

/** Three official forms (layout id → title). */
export const titles = {
  national: '项目支出绩效目标申报表',
  sichuan: '部门预算项目支出绩效目标表',
  department: '部门（单位）整体支出绩效目标申报表',
} as const
export type Layout = keyof typeof titles

export const taskHead = {
  name: '任务名称',
  content: '主要内容',
  total: '预算总额\n（万元）',
  fiscal: '其中：\n财政拨款',
  other: '其他资金',
  sum: '金额合计',
} as const

export const gridHead = {
  block: '绩效指标',
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  target: '年度指标值',
  operator: '指标性质',
  value: '指标值',
  unit: '度量单位',
  weight: '权重',
  sum: '合计',
} as const

/** Second sheet: what 101号 asks of an indicator beyond the form's columns. */
export const elementHead = [
  '序号',
  '三级指标',
  '中长期目标值',
  '指标值设定依据',
  '取值方式',
  '完成值数据来源',
  '评分规则',
  '备注',
] as const
export const elementSheet = '指标编制要素'

export const signatures = '填报人：　　　　　　　　单位负责人：　　　　　　　　填报日期：　　　年　　月　　日'
