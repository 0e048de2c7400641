import type { DifferenceKind } from '#domain/evaluation/published-score'

/**
 * What shows that a score is a judgement of its own:
 * - `band`: the number was scored as 定性 is, anywhere within the band that its completion falls into;
 * - `beyond`: above the band and above the share, however it is rounded;
 * - `met`: the target is met and no reason stands beside it.
 * `against` names a row of the same form and weight that completed less and scored more, or the reverse: no rule that goes
 * by the completion gives both.
 */
export type Evidence = { kind: 'band' | 'beyond'; against: string } | { kind: 'met' | 'copied' }

/** A written score beside ours, in hundredths, with what the two differ by. */
export type Cause = {
  name: string
  written: number
  ours: number | null
  kind: DifferenceKind
  cause: string
  evidence?: Evidence
}

const noValue = '原表没有填指标值和完成值就记了分，系统要求先填写'
const empty = '原表是没有填完成值的空表，各项记 0 分'

function unread(name: string, written: number, cause: string): Cause {
  return { name, written, ours: null, kind: 'unread', cause }
}

function rounded(name: string, written: number, ours: number, cause: string): Cause {
  return { name, written, ours, kind: 'rounded', cause: `取位：${cause}` }
}

/** Every difference, by form, with its cause as found on the form or on the page that published it. */
export const causes: Readonly<Record<string, readonly Cause[]>> = {
  'S08-self-national.xlsx': [
    {
      ...{ name: '指标1工程资金金额', written: 900, ours: 1000, kind: 'below', evidence: { kind: 'copied' } },
      cause:
        '抄自资金行：原表资金行也是 43.2、37.24、86%、9 分，即按支出比例取整；没有符号的金额按不超过指标值记，37.24 没有超过，规则得满分',
    },
  ],
  'S10-self-national.xls': [
    unread('指标1:工程质量合格', 1000, noValue),
    unread('指标1:年度资金支付完成率100%', 1000, noValue),
    unread('指标1:资金执行在预算范围内', 1000, noValue),
    unread('指标1:全市安全度汛', 1000, noValue),
    unread('指标1:保护全市人口财产不受损失', 1000, noValue),
    unread('指标1:已建工程良性运行', 1000, noValue),
  ],
  'S14-self-sichuan.xlsx': [
    {
      ...{ name: '资金到位及时率', written: 700, ours: 1000, kind: 'below', evidence: { kind: 'met' } },
      cause: '单位自行扣 3 分：完成值 100% 等于指标值，偏差原因栏空白，数字没有反映扣分事项',
    },
    rounded('政策知晓率', 900, 980, '原表只记整数分，舍去 0.8 分'),
    unread(
      '家长满意度',
      1000,
      '这份表的度量单位一格空着（≧95）而完成值带 %，系统不猜单位；公开页面上单位是 %',
    ),
  ],
  'S16-self-national.xlsx': [
    rounded('1居民健康档案', 300, 292, '2.92 分进为 3 分'),
    rounded('8接种率', 190, 195, '1.946 分记为 1.9 分'),
    rounded('12', 180, 190, '1.897 分舍去为 1.8 分'),
    rounded('13', 180, 190, '1.897 分舍去为 1.8 分'),
    rounded('14早孕建册', 100, 115, '1.15 分舍去为 1 分'),
    rounded('15老年人体检', 140, 143, '1.428 分记为 1.4 分'),
    {
      ...{ name: '16高血压规范管理', written: 190, ours: 169, kind: 'above' },
      cause:
        '按定性的分档自行取分：完成 84.7% 在 100%—80% 档内，取分值的 95%，而完成 98.6% 的精神障碍只取 90%',
      evidence: { kind: 'band', against: '20精神障碍' },
    },
    {
      ...{ name: '17随访控制', written: 180, ours: 169, kind: 'above' },
      cause: '按定性的分档自行取分：完成 84.6% 在 100%—80% 档内，取分值的 90%，而完成 91.5% 的签约率只取 85%',
      evidence: { kind: 'band', against: '25家庭医生签约率' },
    },
    {
      ...{ name: '18糖尿病', written: 180, ours: 161, kind: 'above' },
      cause: '按定性的分档自行取分：完成 80.5% 在 100%—80% 档内，取分值的 90%，而完成 91.5% 的签约率只取 85%',
      evidence: { kind: 'band', against: '25家庭医生签约率' },
    },
    {
      ...{ name: '19', written: 170, ours: 158, kind: 'above' },
      cause:
        '自行判断：完成 79.1%，按比例 1.58 分，按定性分档在 80%—60% 档（最多 1.59 分），原表取分值的 85%，两种方法都没有这么高',
      evidence: { kind: 'beyond', against: '23 0-36月龄' },
    },
    {
      ...{ name: '20精神障碍', written: 180, ours: 197, kind: 'below' },
      cause: '按定性的分档自行取分：完成 98.6% 在 100%—80% 档内，取分值的 90%，而完成 97.3% 的接种率取 95%',
      evidence: { kind: 'band', against: '8接种率' },
    },
    rounded('22中医药', 140, 143, '1.428 分记为 1.4 分'),
    {
      ...{ name: '23 0-36月龄', written: 180, ours: 125, kind: 'above' },
      cause:
        '自行判断：完成 62.7%，按比例 1.25 分，按定性分档在 80%—60% 档（最多 1.59 分），原表取分值的 90%，两种方法都没有这么高',
      evidence: { kind: 'beyond', against: '15老年人体检' },
    },
    {
      ...{ name: '25家庭医生签约率', written: 170, ours: 183, kind: 'below' },
      cause: '按定性的分档自行取分：完成 91.5% 在 100%—80% 档内，取分值的 85%，而完成 84.7% 的高血压取 95%',
      evidence: { kind: 'band', against: '16高血压规范管理' },
    },
  ],
  'S25-self-sichuan.xlsx': [unread('管理机制健全性', 500, '原表完成值照抄量表名“好坏”，没有选定一档')],
  'S36-self-national.xlsx': [
    unread('成本节约率', 0, empty),
    unread('在校园普及足球运动技术', 0, empty),
    unread('媒体播出满意度', 0, empty),
  ],
}

/** The money row as the page that published a form has it, which the sheet leaves out: 全年预算数 and 全年执行数 in 分. */
export const publishedMoney: Readonly<
  Record<string, { budget: number; paid: number; written: number; ours: number; cause: string }>
> = {
  'S08-self-national.xlsx': {
    ...{ budget: 43_200_000, paid: 37_240_000, written: 900, ours: 862 },
    cause: '取位：8.62 分进为 9 分',
  },
  'S14-self-sichuan.xlsx': {
    ...{ budget: 38_766_462, paid: 38_766_462, written: 1000, ours: 1000 },
    cause: '',
  },
  'S16-self-national.xlsx': {
    ...{ budget: 207_453_800, paid: 207_453_800, written: 1000, ours: 1000 },
    cause: '',
  },
  'S18-self-national.xls': {
    ...{ budget: 32_400_000, paid: 31_690_000, written: 900, ours: 978 },
    cause: '取位：9.78 分舍去为 9 分',
  },
  'S23-self-national.xlsx': {
    ...{ budget: 100_000_000, paid: 100_000_000, written: 1000, ours: 1000 },
    cause: '',
  },
}

/** 总分 as published. All the sheets leave it blank; one page gives it, with the grade. */
export const publishedTotals: Readonly<Record<string, { written: number; ours: number; grade: string }>> = {
  'S14-self-sichuan.xlsx': { written: 9600, ours: 9980, grade: 'excellent' },
}
