import {
  emptyContent,
  emptyIndicator,
  type GoalContent,
  type Indicator,
} from '../../src-renderer/domain/goals/goal.ts'

export const names = {
  unit: '巴州区水利局',
  unitCode: '001002',
  department: '巴州区农业农村局',
  departmentCode: '001',
  year: 2025,
}

export function indicator(id: string, part: Partial<Indicator>): Indicator {
  return { ...emptyIndicator(id), ...part }
}

/** A goal with everything a person can fill in that a form has a place for. */
export function fullGoal(): GoalContent {
  return {
    ...emptyContent('unit-1'),
    code: '51190224T000012345678',
    name: '农村低收入人口供水保障工程',
    responsible: '巴州区水利局',
    contact: '张三',
    phone: '0827-1234567',
    category: 'social',
    budgetKind: 'special',
    importance: 'key',
    attribute: 'continuing',
    duration: 'once',
    startsOn: '2025-01-01',
    endsOn: '2026-12-31',
    basis: '《四川省农村供水条例》\n巴财〔2020〕38号',
    overview: '新建集中供水点，改造管网。'.repeat(150),
    necessity: '群众饮水困难',
    feasibility: '前期工作已完成',
    total: 1_010_000,
    funding: [
      { source: 'general-upper', amount: 1_005_000 },
      { source: 'unit', amount: 0 },
      { source: 'other', amount: 5_000 },
    ],
    annualGoals: ['建成供水点12处', '保障群众饮水安全', '完成水质检测'],
    longTermGoal: '农村供水保障率稳步达到95%以上',
    preAssessment: '巴州财评〔2025〕3号，予以支持',
    remarks: '无',
    indicators: [
      indicator('1', {
        level1: '成本指标',
        level2: '经济成本指标',
        name: '单位造价',
        operator: '≤',
        value: '1.005',
        unit: '万元/处',
        weight: 1000,
      }),
      indicator('2', {
        level1: '产出指标',
        level2: '数量指标',
        name: '新建供水点',
        operator: '=',
        value: '12',
        unit: '处',
        weight: 2250,
      }),
      indicator('3', {
        level1: '产出指标',
        level2: '数量指标',
        name: '改造管网长度（含入户支管及配套阀门井、水表井等附属设施的建设）',
        operator: '≥',
        value: '35.5',
        unit: '公里',
        weight: 1750,
      }),
      indicator('4', {
        level1: '产出指标',
        level2: '时效指标',
        name: '完工时间',
        operator: '≤',
        value: '2025年12月31日',
        weight: 1000,
      }),
      indicator('5', {
        level1: '效益指标',
        level2: '可持续影响指标',
        name: '管护机制健全性',
        operator: '定性',
        value: '优良中低差',
        weight: 2000,
      }),
      indicator('6', {
        level1: '满意度指标',
        level2: '服务对象满意度指标',
        name: '群众满意度',
        operator: '≥',
        value: '95',
        unit: '%',
        weight: null,
      }),
    ],
  }
}

/** A department's goal with tasks. */
export function departmentGoal(): GoalContent {
  return {
    ...fullGoal(),
    kind: 'department',
    code: '',
    name: '巴州区水利局部门整体支出',
    category: '',
    budgetKind: '',
    importance: 'general',
    attribute: '',
    duration: '',
    startsOn: '',
    endsOn: '',
    preAssessment: '',
    tasks: [
      {
        id: 't1',
        name: '供水保障',
        content: '新建集中供水点，改造老旧管网',
        total: 1_005_000,
        fiscal: 1_000_000,
        other: 5_000,
      },
      { id: 't2', name: '=防汛抗旱', content: '-山洪灾害防治', total: null, fiscal: null, other: null },
    ],
  }
}
