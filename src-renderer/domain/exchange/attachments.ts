import { type Attachment, sizeText } from '../attachment.ts'
import type { Sourced } from '../year-rules.ts'
import { type Carried, type ExchangeTable, nameOf } from './contents.ts'
import type { FilesCount } from './package.ts'

/**
 * Where the records of a table hold their 附件: the way to each place, `*` standing for every item of a list or map. A test
 * holds it against the schemas of the records, so that no place is forgotten.
 */
export const attachmentPlaces: Readonly<Partial<Record<ExchangeTable, readonly string[]>>> = {
  assessments: ['materials.*.attachments.*'],
  disposals: ['attachments.*'],
  spotChecks: ['lines.*.evidence.*', 'evidence.*'],
  evaluationTasks: ['materials.*.attachment', 'visits.*.attachments.*'],
  appraisals: ['items.*.evidence.*', 'extras.*.evidence.*'],
  applications: ['attachments.*', 'rectification.proof.*'],
  disclosures: ['proofs.*'],
}

/** A limit that a bureau may change. */
type Limit = Sourced & { value: number }

/** How much may travel as 附件 in one package: the whole of it has to pass through the memory of an old machine. */
export const attachmentLimits = {
  /** Bytes of all together from which the sender is warned. */
  warnBytes: { value: 100 * 1024 * 1024, clause: '', mark: '拟' },
  /** The most bytes of all together. */
  mostBytes: { value: 180 * 1024 * 1024, clause: '', mark: '拟' },
  mostFiles: { value: 4500, clause: '', mark: '拟' },
  /** The most of one, as for every attachment. */
  oneBytes: { value: 64 * 1024 * 1024, clause: '', mark: '拟' },
} as const satisfies Record<string, Limit>

/** An attachment that a record holds, and what the record is called. */
export type Cited = Pick<Attachment, 'hash' | 'name' | 'size'> & { of: string }

/** The attachments that a record holds, in the order of their places. */
export function citedBy(table: ExchangeTable, record: Carried): Cited[] {
  const of = nameOf(record)
  return (attachmentPlaces[table] ?? [])
    .flatMap((place) => valuesAt(record, place.split('.')))
    .filter(isAttachment)
    .map(({ hash, name, size }) => ({ hash, name, size, of }))
}

function valuesAt(value: unknown, [step, ...rest]: readonly string[]): unknown[] {
  if (step === undefined) return [value]
  if (typeof value !== 'object' || value === null) return []
  if (step === '*') return Object.values(value).flatMap((item) => valuesAt(item, rest))
  return Object.hasOwn(value, step) ? valuesAt(value[step as keyof typeof value], rest) : []
}

function isAttachment(value: unknown): value is Pick<Attachment, 'hash' | 'name' | 'size'> {
  if (typeof value !== 'object' || value === null) return false
  const { hash, name, size } = value as Partial<Attachment> // looked at in the next line
  return typeof hash === 'string' && hash !== '' && typeof name === 'string' && typeof size === 'number'
}

/** Each content once, as it was first come by. */
export function onceEach(cited: readonly Cited[]): Cited[] {
  const found = new Map<string, Cited>()
  for (const each of cited) if (!found.has(each.hash)) found.set(each.hash, each)
  return [...found.values()]
}

export function bytesOf(files: readonly { size: number }[]): number {
  return files.reduce((sum, { size }) => sum + size, 0)
}

/** What the sender wants done with 附件: all or nothing made, those that are there, or none. */
export const attachmentWishes = {
  all: '带附件',
  there: '带附件，找不到的不带',
  none: '不带附件',
} as const
export type AttachmentWish = keyof typeof attachmentWishes

/** Why these attachments cannot go in one package; '' where they can. */
export function tooMuch(files: readonly Cited[]): string {
  const large = files.find(({ size }) => size > attachmentLimits.oneBytes.value)
  if (large)
    return `附件“${large.name}”（${large.of}）有 ${sizeText(large.size)}，单个附件不能超过 ${sizeText(attachmentLimits.oneBytes.value)}。`
  if (files.length > attachmentLimits.mostFiles.value)
    return `附件共 ${files.length} 个，一个数据包最多 ${attachmentLimits.mostFiles.value} 个。`
  const bytes = bytesOf(files)
  if (bytes > attachmentLimits.mostBytes.value)
    return `附件共 ${sizeText(bytes)}，一个数据包最多 ${sizeText(attachmentLimits.mostBytes.value)}。`
  return ''
}

const mostNamed = 5

/** “合同.pdf”（营养改善计划）、…等 8 个: which file of which project. */
export function citedText(files: readonly Pick<Cited, 'name' | 'of'>[]): string {
  const named = files.slice(0, mostNamed).map(({ name, of }) => `“${name}”（${of}）`)
  return `${named.join('、')}${files.length > mostNamed ? `等 ${files.length} 个` : ''}`
}

/** 附件 12 个，3.4 MB（另有 2 个没有附上）: what a package carries, in words; '' for a package that knows of none. */
export function filesText(files: FilesCount | undefined): string {
  if (!files || files.count + files.lacking === 0) return ''
  const lacking = files.lacking === 0 ? '' : `另有 ${files.lacking} 个没有附上`
  if (files.count === 0) return `附件没有附上（${files.lacking} 个）`
  return `附件 ${files.count} 个，${sizeText(files.bytes)}${lacking === '' ? '' : `（${lacking}）`}`
}
