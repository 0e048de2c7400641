import {
  type AgencyContent,
  type Commission,
  emptyAgency,
  emptyQuality,
  type Quality,
} from '#domain/experts/agency'
import { type ExpertContent, emptyExpert, type Rating } from '#domain/experts/expert'
import type { ExpertField, Scope } from '#domain/experts/expert-rules'

type Row = readonly [
  name: string,
  sex: '男' | '女',
  workUnit: string,
  title: string,
  fields: readonly ExpertField[],
  specialty: string,
  termEndsOn: string,
]

const [budget, performance, finance, industry] = ['budget', 'performance', 'finance', 'industry'] as const
const long = '2028-12-31'

/** Invented people; none bears a number. Some terms have ended, some work for units of the county. */
const rows: readonly Row[] = [
  ['陈一鸣', '男', '某市财经学院', '教授', [budget, performance], '', long],
  ['罗静怡', '女', '某市财政科学研究所', '研究员', [budget], '', long],
  ['蒲天成', '男', '某区财政局（退休）', '高级会计师', [budget, finance], '', '2027-06-30'],
  ['岳小兰', '女', '某市审计学会', '高级审计师', [budget], '', long],
  ['苟文斌', '男', '某市党校', '副教授', [budget, performance], '', '2024-12-31'],
  ['何佳宁', '女', '某大学公共管理学院', '副教授', [performance], '', long],
  ['向志远', '男', '某绩效评价研究中心', '研究员', [performance], '', long],
  ['杨思源', '女', '某市财经学院', '讲师', [performance, finance], '', '2027-12-31'],
  ['谯国栋', '男', '某咨询机构', '高级经济师', [performance], '', long],
  ['吴若彤', '女', '某大学经济学院', '教授', [performance, budget], '', long],
  ['赵明远', '男', '某会计师事务所', '注册会计师', [finance], '', long],
  ['李雨桐', '女', '某会计师事务所', '注册会计师', [finance], '', '2027-06-30'],
  ['张海峰', '男', '某市审计学会', '高级会计师', [finance], '', long],
  ['王梓涵', '女', '某资产评估机构', '资产评估师', [finance], '', long],
  ['刘启航', '男', '某税务师事务所', '税务师', [finance], '', '2023-12-31'],
  ['周若愚', '男', '某水利设计院', '高级工程师', [industry], '水利', long],
  ['郑可心', '女', '某交通设计院', '高级工程师', [industry], '交通', long],
  ['冯知秋', '男', '某农业科学院', '研究员', [industry], '农业农村', long],
  ['彭晓岚', '女', '某医学院附属医院', '主任医师', [industry], '卫生健康', long],
  ['邓长青', '男', '某建筑设计院', '造价工程师', [industry, finance], '工程造价', long],
  ['唐诗韵', '女', '某师范学院', '教授', [industry], '教育', long],
  ['熊子墨', '男', '某环境监测中心', '高级工程师', [industry], '生态环境', '2027-12-31'],
  ['谢云帆', '男', '南江县水利局', '高级工程师', [industry], '水利', long],
  ['韩书瑶', '女', '南江县教育局', '高级教师', [industry], '教育', long],
]

export type DemoExpert = { content: ExpertContent; ratings: Rating[] }

function rating(on: string, subject: string, grade: Rating['grade'], note = ''): Rating {
  return { on, subject, drawId: '', grade, fee: 80_000, note, by: '演示' }
}

const ratings: Readonly<Record<string, Rating[]>> = {
  陈一鸣: [rating('2025-04-18', '农村公路养护事前评估', 'good')],
  赵明远: [rating('2025-05-09', '义务教育营养改善评价', 'pass')],
  谯国栋: [
    rating('2024-06-12', '河道治理评价', 'fail', '未到现场'),
    rating('2025-05-22', '产业园区评价', 'fail', '意见逾期'),
  ],
}

/** 专家库 of the demo: four fields, one out by two 不合格, one suspended, terms ended and lasting. */
export const demoExperts: readonly DemoExpert[] = rows.map(
  ([name, sex, workUnit, title, fields, specialty, termEndsOn]) => ({
    content: {
      ...emptyExpert,
      name,
      sex,
      workUnit,
      title,
      fields: [...fields],
      specialty,
      joinedOn: '2022-01-01',
      termEndsOn,
      state: name === '岳小兰' ? 'suspended' : 'in',
      avoidUnits:
        name === '周若愚'
          ? [{ unitCode: '', unitName: '南江县水利局', kind: 'employed', until: '', note: '' }]
          : [],
      note: '演示数据，不是真实人员。',
    },
    ratings: ratings[name] ?? [],
  }),
)

function commission(
  id: string,
  subject: string,
  scope: Scope,
  amount: number,
  months: [string, string],
  marks: number[],
): Commission {
  const [plan = null, site = null, report = null, punctual = null, discipline = null] = marks
  const quality: Quality = { ...emptyQuality, plan, site, report, punctual, discipline }
  return { id, subject, scope, amount, startsOn: months[0], endsOn: months[1], quality }
}

function agency(name: string, kind: AgencyContent['kind'], given: Partial<AgencyContent>): AgencyContent {
  return { ...emptyAgency, name, kind, note: '演示数据，不是真实机构。', ...given }
}

/** 机构库 of the demo: good and poor work, and one that is not to be entrusted any more. */
export const demoAgencies: readonly AgencyContent[] = [
  agency('某绩效咨询有限公司', 'consulting', {
    leads: [
      { name: '甲某', certificate: '演示001', qualification: '高级经济师', years: 12, evaluationYears: 6 },
      { name: '乙某', certificate: '演示002', qualification: '注册会计师', years: 4, evaluationYears: 3 },
    ],
    commissions: [
      commission(
        'demo-1',
        '乡村振兴衔接资金评价',
        'evaluation',
        12_000_000,
        ['2025-04-01', '2025-07-31'],
        [1900, 2300, 3250, 950, 1000],
      ),
      commission('demo-2', '教育领域指标体系', 'indicators', 6_000_000, ['2026-03-01', '2026-06-30'], []),
    ],
  }),
  agency('某会计师事务所', 'accounting', {
    leads: [
      { name: '丙某', certificate: '演示003', qualification: '注册会计师', years: 9, evaluationYears: 5 },
    ],
    commissions: [
      commission(
        'demo-3',
        '农村公路养护评价',
        'evaluation',
        8_000_000,
        ['2025-05-01', '2025-08-31'],
        [1600, 2000, 2900, 800, 900],
      ),
    ],
  }),
  agency('某大学公共政策研究中心', 'university', { achievements: '县级预算绩效课题三项。' }),
  agency('某资产评估机构', 'appraisal', {
    commissions: [
      commission(
        'demo-4',
        '产业园区评价',
        'evaluation',
        5_000_000,
        ['2024-04-01', '2024-07-31'],
        [1000, 1200, 1800, 400, 500],
      ),
    ],
    blacklisted: { is: true, reason: '将评价工作转包', on: '2024-09-01' },
  }),
]
