import { type Appraisal, objectionDecisions } from '#domain/appraisals/appraisal'
import { deviationsOf } from '#domain/appraisals/compare-scores'
import { schemeTargets } from '#domain/appraisals/scheme'
import { chineseDay, type Day } from '#domain/dates'
import { scoreText } from '#domain/evaluation/points'
import { tenthsText } from '#domain/money'
import {
  body,
  gap,
  heading,
  letterhead,
  section,
  signature,
  subheading,
  table,
  textWidth,
  title,
} from './official-style.ts'
import { wordFile } from './word-file.ts'

export type AnnouncementInput = {
  office: string
  appraisals: readonly Appraisal[]
  writtenOn: Day
}

type Decided = Appraisal & { frozen: NonNullable<Appraisal['frozen']> }

function isFrozen(appraisal: Appraisal): appraisal is Decided {
  return appraisal.frozen !== null
}

/** 考核情况通报 as a Word file: how it was done, the results by group and grade, what was good and weak, and the tables. */
export async function announcementDocument(input: AnnouncementInput): Promise<Uint8Array> {
  const { office, writtenOn } = input
  const decided = input.appraisals.filter(isFrozen)
  const [first] = decided
  if (!first) throw new RangeError('nothing was decided')
  const name = `关于${first.title}情况的通报`
  const plainOffice = office.replace('（演示）', '')
  return wordFile({
    title: name,
    creator: office,
    sections: [
      section([
        ...letterhead(plainOffice, first.announcement),
        title(name),
        ...body(opening(first, decided)),
        heading('一、考核结果'),
        ...results(first, decided),
        heading('二、主要特点和问题'),
        ...body(strengths(decided)),
        ...body(weaknesses(decided)),
        ...body(deviationText(decided)),
        heading('三、工作要求'),
        ...body(
          [
            '各单位要对照考核指标逐项查找差距，制定措施，限期整改。',
            '考核结果按规定运用，作为改进管理和安排预算的参考。',
          ].join('\n'),
        ),
        ...signature(plainOffice, chineseDay(writtenOn), 30),
      ]),
      section([title('考核得分明细'), scoreTable(first, decided)], { landscape: true }),
      ...annexes(decided),
    ],
  })
}

function opening({ scheme, decidedBy }: Decided, decided: readonly Decided[]): string {
  const objections = decided.reduce((sum, each) => sum + each.objections.length, 0)
  const draws = decided.reduce(
    (sum, each) => sum + each.draws.reduce((all, { picked }) => all + picked.length, 0),
    0,
  )
  const asked = objections === 0 ? '没有收到不同意见' : `收到意见 ${objections} 条，已逐条答复`
  return `按照《${scheme.name}》，对 ${decided.length} 个${schemeTargets[scheme.target]}开展了考核。考核经自评、复核、抽查${draws === 0 ? '' : `（抽查 ${draws} 个对象）`}、征求意见（${asked}），${decidedBy.replace(/。$/, '')}。现将情况通报如下。`
}

function results(first: Decided, decided: readonly Decided[]) {
  const groups = [...new Set(decided.map(({ subject }) => subject.group))]
  const counts = first.scheme.grades
    .map(({ id, name }) => ({ name, count: decided.filter(({ frozen }) => frozen.gradeId === id).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `“${name}” ${count} 个`)
  const mean = Math.round(decided.reduce((sum, { frozen }) => sum + frozen.total, 0) / decided.length)
  return [
    ...body(`平均得分 ${scoreText(mean)} 分。等次：${counts.join('，')}。`),
    ...groups.flatMap((group) => [
      ...(groups.length > 1 ? [subheading(group)] : []),
      gap(4),
      rankTable(
        first,
        decided.filter(({ subject }) => subject.group === group),
      ),
      gap(6),
    ]),
  ]
}

function rankTable({ scheme }: Decided, decided: readonly Decided[]) {
  const columns = [
    { name: '名次', width: 8, align: 'center' },
    { name: '对象', width: 34 },
    { name: '得分', width: 13, align: 'right' },
    { name: '等次', width: 12, align: 'center' },
    { name: '说明', width: 33 },
  ] as const
  const lines = decided
    .toSorted((left, right) => left.frozen.rank - right.frozen.rank)
    .map(({ subject, frozen }) => [
      String(frozen.rank),
      subject.name,
      scoreText(frozen.total),
      scheme.grades.find(({ id }) => id === frozen.gradeId)?.name ?? '',
      frozen.reasons.join('；') || '—',
    ])
  return table(columns, lines, textWidth.portrait)
}

/** Share of the points that a group of items got over all who are assessed, best first. */
function groupShares(decided: readonly Decided[]) {
  const sums = new Map<string, { got: number; full: number }>()
  for (const { scheme, frozen } of decided)
    for (const group of scheme.groups) {
      const sum = sums.get(group.name) ?? { got: 0, full: 0 }
      for (const { id } of group.items) sum.got += frozen.points[id] ?? 0
      sum.full += group.points
      sums.set(group.name, sum)
    }
  return [...sums]
    .map(([name, { got, full }]) => ({ name, tenths: Math.floor((got * 1000) / full) }))
    .toSorted((left, right) => right.tenths - left.tenths)
}

function shareText({ name, tenths }: { name: string; tenths: number }): string {
  return `${name}（${tenthsText(tenths)}）`
}

function strengths(decided: readonly Decided[]): string {
  const best = groupShares(decided).slice(0, 2).map(shareText)
  return `得分率较高的是${best.join('、')}，有关工作基础较好。`
}

function weaknesses(decided: readonly Decided[]): string {
  const worst = groupShares(decided).slice(-2).reverse().map(shareText)
  return `得分率较低的是${worst.join('、')}，是下一步工作的重点。`
}

function deviationText(decided: readonly Decided[]): string {
  const deviations = deviationsOf(decided)
  if (deviations.length === 0) return '自评分与最后得分总体一致。'
  const subjects = new Set(deviations.map(({ subject }) => subject)).size
  return `有 ${subjects} 个对象的 ${deviations.length} 项指标自评分与最后得分差异较大，自评不够准确，明细见附表。`
}

function scoreTable(first: Decided, decided: readonly Decided[]) {
  const groups = first.scheme.groups
  const columns = [
    { name: '对象', width: 22 },
    ...groups.map(({ name, points }) => ({
      name: `${name}\n（${points / 100}）`,
      width: 10,
      align: 'right' as const,
    })),
    ...['加分', '扣分', '总分'].map((name) => ({ name, width: 8, align: 'right' as const })),
  ]
  const lines = decided
    .toSorted((left, right) => right.frozen.total - left.frozen.total)
    .map(({ subject, scheme, frozen }) => [
      subject.name,
      ...groups.map(({ id }) =>
        scoreText(
          (scheme.groups.find((group) => group.id === id)?.items ?? []).reduce(
            (sum, item) => sum + (frozen.points[item.id] ?? 0),
            0,
          ),
        ),
      ),
      ...[frozen.bonus, frozen.deduction, frozen.total].map(scoreText),
    ])
  return table(columns, lines, textWidth.landscape)
}

function annexes(decided: readonly Decided[]) {
  const deviations = deviationsOf(decided)
  const objections = decided.flatMap(({ subject, objections: own }) =>
    own.map((each) => ({ ...each, subject: subject.name })),
  )
  const parts = []
  if (deviations.length > 0)
    parts.push(
      section(
        [
          title('自评偏差表'),
          table(
            [
              { name: '对象', width: 20 },
              { name: '指标', width: 18 },
              { name: '自评', width: 9, align: 'right' },
              { name: '最后', width: 9, align: 'right' },
              { name: '相差', width: 9, align: 'right' },
              { name: '理由', width: 35 },
            ],
            deviations.map(({ subject, item, self, final, difference, reason }) => [
              subject,
              item.name,
              ...[self, final, difference].map(scoreText),
              reason || '—',
            ]),
            textWidth.landscape,
          ),
        ],
        { landscape: true },
      ),
    )
  if (objections.length > 0)
    parts.push(
      section(
        [
          title('征求意见情况'),
          table(
            [
              { name: '对象', width: 20 },
              { name: '意见', width: 36 },
              { name: '处理', width: 12, align: 'center' },
              { name: '答复', width: 32 },
            ],
            objections.map(({ subject, text, decision, answer }) => [
              subject,
              text,
              decision === '' ? '—' : objectionDecisions[decision],
              answer || '—',
            ]),
            textWidth.landscape,
          ),
        ],
        { landscape: true },
      ),
    )
  return parts
}
