import type { Attachment } from '../attachment.ts'
import { scoreText } from '../evaluation/points.ts'
import { type Appraisal, extraOf, markOf } from './appraisal.ts'
import { type MetricId, metricNames } from './metric-names.ts'
import { metricsOf, type SchemeItem } from './scheme.ts'
import { itemScore } from './score.ts'

/** One file of the binder: in which folders, under which name, and where its content is kept. */
export type BinderFile = { folder: readonly string[]; name: string; hash: string; size: number }

/** One item of the binder with its page. */
export type BinderEntry = {
  /** 1.2, as the table has it. */
  number: string
  name: string
  group: string
  points: number
  self: number | null
  /** First page in the printed binder. */
  page: number
  /** What is said of it: standard, figures, ticks, note. */
  lines: readonly string[]
  files: readonly BinderFile[]
  /** Files that are printed on pages of their own behind it. */
  pictures: readonly Attachment[]
}

export type Binder = { title: string; entries: readonly BinderEntry[]; pages: number }

/** Entries of a page of contents: more than these take another page. */
const contentsLines = 38

const pictureName = /\.(png|jpe?g|gif|webp|bmp)$/i

/** Names that every file system takes: what is forbidden somewhere is replaced, ends are plain. */
function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\\/:*?"<>|]/g, '-')
    .replace(/\p{Cc}/gu, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return [...plain].slice(0, 80).join('') || '未命名'
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/**
 * 佐证册 of an appraisal: its items in order, each with its proof in a folder of its own and the page on which it begins in
 * the printed binder (contents first, then a page for each item and one for each picture behind it). Names no object of the
 * book: nothing secret can stand in it but what a person wrote.
 */
export function binderOf(appraisal: Appraisal): Binder {
  const { scheme } = appraisal
  const listed = scheme.groups.flatMap((group, at) =>
    group.items.map((item, index) => ({
      ...{ group, item, number: `${at + 1}.${index + 1}` },
      folder: [`${two(at + 1)} ${safeName(group.name)}`, `${two(index + 1)} ${safeName(item.name)}`],
    })),
  )
  const extras = [...scheme.bonuses, ...scheme.deductions].filter(
    ({ id }) => extraOf(appraisal, id).count > 0,
  )
  const heads = listed.length + extras.length + scheme.groups.length + (extras.length > 0 ? 1 : 0)
  let page = Math.max(1, Math.ceil(heads / contentsLines)) + 1
  const entries: BinderEntry[] = []
  const add = (entry: Omit<BinderEntry, 'page'>) => {
    entries.push({ ...entry, page })
    page += 1 + entry.pictures.length
  }
  for (const { group, item, number, folder } of listed) {
    const { evidence } = markOf(appraisal, item.id)
    add({
      ...{ number, name: item.name, group: group.name, points: item.points },
      self: itemScore(item, appraisal).self,
      lines: linesOf(item, appraisal),
      files: filesOf(evidence, folder),
      pictures: evidence.filter(({ name }) => pictureName.test(name)),
    })
  }
  for (const [index, { id, name, each }] of extras.entries()) {
    const { count, reason, evidence } = extraOf(appraisal, id)
    const isBonus = index < scheme.bonuses.length && scheme.bonuses.some((bonus) => bonus.id === id)
    add({
      ...{ number: `加扣 ${index + 1}`, name, group: '加分和扣分', points: each },
      self: (isBonus ? 1 : -1) * each * count,
      lines: [`申报 ${count} 次`, reason].filter((text) => text !== ''),
      files: filesOf(evidence, ['加分和扣分', `${two(index + 1)} ${safeName(name)}`]),
      pictures: evidence.filter((file) => pictureName.test(file.name)),
    })
  }
  return { title: `${appraisal.title}佐证册`, entries, pages: page - 1 }
}

function filesOf(evidence: readonly Attachment[], folder: readonly string[]): BinderFile[] {
  return evidence.map(({ name, hash, size }, index) => ({
    folder,
    name: `${two(index + 1)} ${safeName(name)}`,
    hash,
    size,
  }))
}

function linesOf(item: SchemeItem, appraisal: Appraisal): string[] {
  const mark = markOf(appraisal, item.id)
  const { method } = item
  const figures = metricsOf(item).flatMap((id) => {
    const figure = mark.figures[id]
    return figure ? [figureLine(id, figure)] : []
  })
  const ticks =
    method.kind === 'ticks'
      ? method.ticks.map(({ id, name, points }) => {
          const isMet = mark.ticks.includes(id)
          return `${isMet ? '☑' : '☐'} ${name}（${scoreText(points)} 分）`
        })
      : []
  return [
    `评分标准：${item.standard}`,
    ...figures,
    ...ticks,
    mark.count === null ? '' : `发生 ${mark.count} 次`,
    mark.selfReason === '' ? '' : `理由：${mark.selfReason}`,
    mark.note === '' ? '' : `说明：${mark.note}`,
  ].filter((text) => text !== '')
}

function figureLine(
  id: MetricId,
  { done, due, times }: { done: number; due: number; times: number },
): string {
  const { name, counts, formula } = metricNames[id]
  if (counts === 'count') return `${name}：${times}（${formula}）`
  const isMoney = id === 'evaluation-money'
  const shown = isMoney ? `${scoreText(done)} ÷ ${scoreText(due)} 元` : `${done} ÷ ${due}`
  return `${name}：${shown}（${formula}）`
}
