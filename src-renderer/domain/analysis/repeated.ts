import { gather } from '../grouped.ts'
import { addUp } from '../money.ts'
import type { Finding } from './finding.ts'
import { likeness } from './names.ts'
import { type AnalysedGoal, isSameProject, objectOf } from './project.ts'
import type { AnalysisRules } from './rules.ts'

/** Two goals that may be the same, with what they share. */
export type Pair = {
  left: AnalysedGoal
  right: AnalysedGoal
  nameShare: number
  /** Marks of the sentences in common. */
  sentences: readonly string[]
  textShare: number
}

const step = 400

/**
 * Pairs of goals that share sentences or most of their name, found by an index: projects are compared with those alone that
 * have a sentence or a pair of characters of the name in common. What too many have in common says nothing. It stops after
 * every few hundred goals, so that thousands of them hold nobody up.
 */
export function* alikePairs(
  goals: readonly AnalysedGoal[],
  { mostPlaces, nameShare, sentences, textShare }: AnalysisRules['repeated'],
): Generator<void, Pair[]> {
  const together = new Map<string, { left: AnalysedGoal; right: AnalysedGoal; sentences: string[] }>()
  const indexes: [boolean, (goal: AnalysedGoal) => Iterable<string>][] = [
    [true, ({ sentenceMarks }) => new Set(sentenceMarks)],
    [false, ({ core }) => [core]],
    [false, ({ pairs }) => pairs],
  ]
  for (const [isSentence, keysOf] of indexes) {
    const index = yield* indexOf(goals, keysOf)
    let seen = 0
    for (const [mark, places] of index) {
      if (seen++ % step === 0) yield
      if (places.length > mostPlaces) continue
      for (const [at, left] of places.entries())
        for (const right of places.slice(at + 1)) {
          const key = `${left.id}|${right.id}`
          const known = together.get(key)
          if (!known) together.set(key, { left, right, sentences: isSentence ? [mark] : [] })
          else if (isSentence) known.sentences.push(mark)
        }
    }
  }
  const pairs: Pair[] = []
  let seen = 0
  for (const { left, right, sentences: shared } of together.values()) {
    if (seen++ % step === 0) yield
    const fewer = Math.min(left.sentenceMarks.length, right.sentenceMarks.length)
    const pair: Pair = {
      ...{ left, right, sentences: shared, nameShare: likeness(left.pairs, right.pairs) },
      textShare: fewer === 0 ? 0 : Math.floor((shared.length * 100) / fewer),
    }
    const isText = pair.sentences.length >= sentences && pair.textShare >= textShare
    if (isText || pair.nameShare >= nameShare) pairs.push(pair)
  }
  return pairs
}

function* indexOf(
  goals: readonly AnalysedGoal[],
  keysOf: (goal: AnalysedGoal) => Iterable<string>,
): Generator<void, Map<string, AnalysedGoal[]>> {
  const index = new Map<string, AnalysedGoal[]>()
  for (const [at, goal] of goals.entries()) {
    if (at % step === 0) yield
    for (const key of keysOf(goal)) gather(index, key, goal)
  }
  return index
}

/**
 * 重复和雷同: pairs of this year's projects that say or are called the same, and those that repeat another project of last
 * year under a new code or name. The same project carried on is none; two of one unit are also no more than that.
 */
export function repeatedFindings(pairs: readonly Pair[], year: number, rules: AnalysisRules): Finding[] {
  const { nameShare, textShare, sentences } = rules.repeated
  const how = `名称去掉年度和通用词后相同部分达 ${nameShare}%，或有 ${sentences} 句以上且占较短一方 ${textShare}% 以上的文字相同。`
  return pairs
    .filter(({ left, right }) => left.kind === right.kind && (left.year === year || right.year === year))
    .filter(({ left, right }) => !isSameProject(left, right) && isProject(left))
    .filter((pair) => isTextual(pair, rules) || pair.nameShare >= nameShare)
    .map((pair) => {
      const [own, other] = pair.left.year === year ? [pair.left, pair.right] : [pair.right, pair.left]
      const isOver = other.year !== year
      return {
        id: `repeated:${[own.id, other.id].toSorted().join(':')}`,
        kind: 'repeated',
        title: isOver ? `“${own.name}”与上年“${other.name}”相似` : `“${own.name}”与“${other.name}”相似`,
        objects: [objectOf(own), objectOf(other)],
        money: isOver ? own.total : addUp([own.total, other.total]),
        evidence: evidenceOf(pair),
        sentenceMarks: pair.sentences,
        how,
        advice: isOver ? '核对是否换名重报，重报的按延续项目管理。' : '核对内容，重复安排的取消或合并。',
      } satisfies Finding
    })
    .toSorted((left, right) => (right.money ?? 0) - (left.money ?? 0))
}

function isProject({ kind }: AnalysedGoal): boolean {
  return kind === 'project' || kind === 'policy'
}

function isTextual({ sentences, textShare }: Pair, { repeated }: AnalysisRules): boolean {
  return sentences.length >= repeated.sentences && textShare >= repeated.textShare
}

function evidenceOf({ nameShare, sentences, textShare, left, right }: Pair): string[] {
  const isOneUnit = left.unitCode === right.unitCode
  return [
    ...(nameShare > 0 ? [`名称相似度 ${nameShare}%`] : []),
    ...(sentences.length > 0
      ? [`概况、目标、立项依据中有 ${sentences.length} 句相同，占较短一方 ${textShare}%`]
      : []),
    isOneUnit ? '同一单位' : '不同单位',
  ]
}
