import {
  type Appraisal,
  emptyMark,
  type ItemMark,
  markOf,
  type Notice,
  openedAppraisal,
} from '#domain/appraisals/appraisal'
import { withStandings } from '#domain/appraisals/decide'
import type { AppraisalFacts } from '#domain/appraisals/facts'
import { appraisalFlow } from '#domain/appraisals/flow'
import { candidatesOf, drawSample, sampleDraw } from '#domain/appraisals/sampling'
import {
  bareScheme,
  copiedScheme,
  itemsOf,
  type KeptScheme,
  type Scheme,
  type SchemeItem,
} from '#domain/appraisals/scheme'
import { itemScore } from '#domain/appraisals/score'
import { countyScheme } from '#domain/appraisals/shipped-county'
import { departmentScheme } from '#domain/appraisals/shipped-department'
import {
  factsOfSubject,
  type PossibleSubject,
  possibleSubjects,
  type SubjectBase,
  schemeFor,
  withFigures,
} from '#domain/appraisals/subjects'
import type { Duty } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import { type StepTaken, stepTaken } from '#domain/workflow'

type Made = { at: string; by: string; nextId: () => string }
type World = { bookId: string; year: number; base: SubjectBase; facts: AppraisalFacts }

/**
 * 工作考核 of a demo book: of a finished year the departments, decided and made known, and what the county handed in to the
 * city; of the running year the county's own, half filled.
 */
export function demoAppraisals(
  world: World,
  isFinished: boolean,
  made: Made,
): { schemes: KeptScheme[]; appraisals: Appraisal[] } {
  const county = keptScheme(world, countyScheme, made)
  const own = opened(world, county, noticeOf(world.year, '区县财政', made), made)
  if (!isFinished) return { schemes: [county], appraisals: own.map((each) => halfFilled(each)) }
  const scheme = keptScheme(world, departmentScheme, made)
  const departments = opened(world, scheme, noticeOf(world.year, '县级部门', made), made)
  const handedIn = own.map((each) => ({
    ...measured(filled(each, 0), world.facts),
    state: 'submitted' as const,
    trail: road(world.year, ['submit-appraisal'], 'performance'),
  }))
  const decided = departments.map((each, index) => reviewed(filled(each, index), index, world, made))
  return { schemes: [county, scheme], appraisals: [...handedIn, ...withStandings(decided)] }
}

function keptScheme({ bookId }: World, shipped: Scheme, { at, by, nextId }: Made): KeptScheme {
  const scheme = copiedScheme(shipped, nextId(), shipped.name)
  return {
    ...scheme,
    ...{ state: 'approved', approvedBy: by, approvedAt: at, bookId },
    ...{ revision: 2, changedAt: at, changedBy: by },
  }
}

function noticeOf(year: number, whom: string, { nextId }: Made): Notice {
  return {
    noticeId: nextId(),
    title: `${year} 年度${whom}预算绩效管理工作考核`,
    number: '',
    startsOn: `${year}-12-10`,
    dueOn: `${year + 1}-01-20`,
  }
}

function opened(world: World, kept: KeptScheme, notice: Notice, made: Made): Appraisal[] {
  const scheme = bareScheme(kept)
  return possibleSubjects(kept, world.base).map((subject: PossibleSubject) => {
    const { code, name, group, unitId, isOwn } = subject
    const about = { bookId: world.bookId, schemeId: kept.id, year: world.year, unitId, isOwn }
    return openedAppraisal(
      notice,
      { ...about, scheme: schemeFor(scheme, subject), subject: { code, name, group } },
      { id: made.nextId(), at: made.at, by: made.by },
    )
  })
}

function measured(appraisal: Appraisal, facts: AppraisalFacts): Appraisal {
  return withFigures(appraisal, facts)
}

const kept = '纸质材料存局档案室，见考核档案盒'

/** The self-assessment of one: what is met differs from one to the next, always in the same way. */
function filled(appraisal: Appraisal, index: number): Appraisal {
  const items = itemsOf(appraisal.scheme).map((item, at) => [item.id, selfMark(item, index, at)] as const)
  return {
    ...appraisal,
    items: Object.fromEntries(items),
    extras:
      index % 5 === 0 ? { b1: { count: 1, accepted: null, reason: '经验材料被市局转发', evidence: [] } } : {},
    contact: '财务科',
    phone: '0827-8220000',
    summary: '已按要求开展自评，佐证材料齐全。',
  }
}

function selfMark(item: SchemeItem, index: number, at: number): ItemMark {
  const { method, points } = item
  if (method.kind === 'ticks') {
    const met = method.ticks.filter((_, tick) => (index + at + tick) % 6 !== 5)
    return { ...emptyMark, ticks: met.map(({ id }) => id), note: kept }
  }
  if (method.kind === 'sample' || method.kind === 'manual')
    return { ...emptyMark, self: points, selfReason: '', note: kept }
  if (method.kind === 'cases' && method.metric === '') return { ...emptyMark, count: index % 3 }
  return emptyMark
}

/** The county's own of the running year: the first half is ticked, and most of that is proved. */
function halfFilled(appraisal: Appraisal): Appraisal {
  const items = itemsOf(appraisal.scheme).flatMap((item, at) => {
    if (item.method.kind !== 'ticks' || at > 12) return []
    const ticks = item.method.ticks.slice(0, -1).map(({ id }) => id)
    return [[item.id, { ...emptyMark, ticks, note: at % 2 === 0 ? kept : '' }] as const]
  })
  return { ...appraisal, items: Object.fromEntries(items), contact: '监督与绩效管理科' }
}

const steps = [
  'submit-appraisal',
  'review-appraisal',
  'sample-appraisal',
  'ask-appraised',
  'decide-appraisals',
  'announce-appraisals',
] as const satisfies readonly Permission[]

const meeting = '局党组会议审定'

/** The road of one as it was taken, on working days of the next year's first months. */
function road(year: number, taken: readonly (typeof steps)[number][], self: Duty): StepTaken[] {
  return taken.map((id, index) => {
    const step = appraisalFlow.steps.find((each) => each.id === id)
    const [from = 'open', to = 'open'] = [step?.from[0], step?.to[0]]
    const duty: Duty = index === 0 ? self : id === 'decide-appraisals' ? 'leader' : 'performance'
    const wanted = { id, opinion: id === 'decide-appraisals' ? meeting : '' }
    const at = `${year + 1}-0${1 + Math.floor(index / 2)}-${12 + (index % 2) * 8}T02:00:00.000Z`
    return stepTaken(appraisalFlow, from, to, wanted, { duty, name: '演示' }, at)
  })
}

function reviewed(appraisal: Appraisal, index: number, world: World, made: Made): Appraisal {
  const withDraws = sampled(measured(appraisal, world.facts), index, world, made)
  const cut = itemsOf(withDraws.scheme).filter((_, at) => (at + index) % 9 === 4)
  const items = Object.fromEntries(
    cut.flatMap((item) => {
      const { self } = itemScore(item, withDraws)
      if (self === null || self < 100) return []
      const mark: ItemMark = {
        ...markOf(withDraws, item.id),
        review: self - 100,
        reviewReason: '佐证材料不完整，扣 1 分',
      }
      return [[item.id, mark] as const]
    }),
  )
  const last = `${world.year + 1}-03-20T02:00:00.000Z`
  return {
    ...withDraws,
    items: { ...withDraws.items, ...items },
    objections:
      index === 1
        ? [
            {
              ...{ id: made.nextId(), itemId: 'p13', on: `${world.year + 1}-02-25` },
              ...{ text: '培训签到表已补交，请予认定。', decision: 'refused' },
              answer: '补交材料在考核年度之后形成，维持原分。',
            },
          ]
        : [],
    objectsUntil: `${world.year + 1}-02-27`,
    decidedBy: meeting,
    announcement: `南财绩〔${world.year + 1}〕3号`,
    trail: road(world.year, steps, 'unit'),
    state: 'announced',
    heldSince: last,
  }
}

function sampled(appraisal: Appraisal, index: number, world: World, made: Made): Appraisal {
  const facts = factsOfSubject(world.facts, appraisal)
  const drawn = itemsOf(appraisal.scheme).flatMap((item) => {
    if (item.method.kind !== 'sample') return []
    const candidates = candidatesOf(item.method.of, facts)
    const wish = { size: Math.min(2, candidates.length), ids: [], reason: '' }
    const seed = `demo-${world.year}-${appraisal.subject.code}`
    const { picked } = drawSample(wish, candidates, seed)
    if (picked.length === 0) return []
    const at = `${world.year + 1}-02-12T02:00:00.000Z`
    const draw = sampleDraw(item.id, wish, candidates, picked, {
      ...{ id: made.nextId(), seed, at, by: '演示', duty: 'performance' as const },
    })
    const verdicts = item.method.verdicts
    const findings = Object.fromEntries(
      picked.map((id, place) => {
        const verdict = verdicts[(index + place) % 4 === 3 ? 1 : 0]?.id ?? ''
        return [id, { verdict, note: '' }]
      }),
    )
    return [{ draw, findings }]
  })
  const items = drawn.map(({ draw, findings }) => [
    draw.itemId,
    { ...markOf(appraisal, draw.itemId), findings },
  ])
  return {
    ...appraisal,
    items: { ...appraisal.items, ...Object.fromEntries(items) },
    draws: drawn.map(({ draw }) => draw),
  }
}
