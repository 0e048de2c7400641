import { type FileFacts, fileHindrances } from './file-checks.ts'
import { type Purpose, purposes } from './package.ts'
import { hasSamePlace, type Party, type Trust, trusts } from './station.ts'
import { type TotalFacts, totalDifferences } from './totals.ts'

/** `stop`: cannot be taken; `decide`: an administrator has to agree first; `warn`: may be taken, knowing it. */
export type Severity = 'stop' | 'decide' | 'warn'
export type Hindrance = { code: string; severity: Severity; message: string }

/** What is known of a package beside its records, and of this station. */
export type CheckFacts = {
  trust: Trust
  /** What became of this very package here before; '' where it was never seen. */
  before: string
  /** Whether its id is that of another package: one of ours, or one that was taken with other bytes. */
  isIdTaken: boolean
  purpose: Purpose
  sequence: number
  /** The highest number of this sender's packages about this book that were taken; 0 for none. */
  newest: number
  /** Whether it was made after all that were taken: with a lower number its sender's numbers began anew, as after a restored backup. */
  isRestored: boolean
  /** Whether another package with the same number was taken. */
  hasTwin: boolean
  /** Numbers of this sender's packages about this book that never came. */
  missing: readonly number[]
  receiver: Party
  here: Party
  /** Whether this station is its receiver; by unit and region where the sender did not know the station. */
  isForHere: boolean
  /** Whether there is a book for it; a package that brings its book has one. */
  hasBook: boolean
  /** Whether the book with its id here is none that the sender may write: our own for a bureau below, or another's. */
  isOthersBook: boolean
  year: number
  /** Of the book here; null where there is none. */
  bookYear: number | null
  /** Parts that this program does not expect in such a package. */
  strange: readonly string[]
  /** Whether it has records and none of them can be taken. */
  isAllRefused: boolean
  region: { theirs: string; ours: string }
  rules: { theirs: string; ours: string }
  schemaVersion: number
  ownSchemaVersion: number
  totals: TotalFacts
  files: FileFacts
}

const untrusted: readonly Trust[] = ['unknown', 'revoked', 'mismatch']

/** Everything that stands against taking a package, in plain words and with a way on. Empty: nothing does. */
export function hindrancesOf(facts: CheckFacts): Hindrance[] {
  const found: Hindrance[] = []
  const add = (code: string, severity: Severity, message: string) => found.push({ code, severity, message })
  if (facts.trust === 'own')
    add('own', 'stop', '这是本机自己生成的数据包，不能导入本机。请把它送给接收单位。')
  else if (!facts.isForHere) add('receiver', 'stop', receiverText(facts))
  // What was not sent here says nothing here: its numbers are counted with somebody else.
  if (found.length > 0) return found
  if (untrusted.includes(facts.trust))
    add('untrusted', 'decide', `${trusts[facts.trust]}。请与对方核对指纹后信任，或提请管理员决定。`)
  else if (facts.trust === 'former')
    add('former-key', 'decide', `${trusts.former}。请向对方要新的单位名片，或提请管理员决定。`)
  if (facts.before === 'applied' || facts.before === 'partly')
    add('known', 'stop', '这个数据包以前已经导入过，再导入不会有任何变化。')
  if (facts.before === 'refused') add('refused', 'warn', '这个数据包以前退回过。')
  if (facts.isIdTaken)
    add(
      'id-taken',
      'stop',
      '这个数据包的编号与本机已有的另一个数据包相同，内容却不同，没有采用。请向对方核对。',
    )
  if (facts.hasTwin)
    add(
      'twin',
      'warn',
      '已经导入过对方同一序号的另一个数据包，对方可能恢复过备份。请先与对方核对哪一个是最新的。',
    )
  const isBehind = facts.newest > facts.sequence
  if (isBehind && facts.isRestored)
    add(
      'restored',
      'decide',
      '这个数据包的序号比已导入的小，生成时间却更晚：对方可能恢复过备份，序号从恢复处接着编。请与对方核对；确属恢复备份的，提请管理员决定后即可导入，本机较新的内容不会被覆盖。',
    )
  else if (isBehind)
    add(
      'older',
      'stop',
      `已经导入过对方第 ${facts.newest} 号数据包，这一个是第 ${facts.sequence} 号：更早的不再接收，以免旧内容盖掉新内容，没有采用。其中如有本机还没有的内容，请对方重新生成一个${purposes[facts.purpose]}，它带有至今的全部内容。`,
    )
  if (facts.missing.length > 0)
    add(
      'gap',
      'warn',
      `${gapText(facts.missing)}没有收到。手里有的请先导入：导入这一个以后，更早的不再接收。找不到的，请对方按同样的用途重新生成一个。`,
    )
  if (facts.schemaVersion > facts.ownSchemaVersion)
    add('newer-program', 'stop', '这个数据包由更新版本的绩衡生成，本机不能导入。请先升级本机的程序。')
  if (!facts.hasBook)
    add(
      'no-book',
      'stop',
      `本机没有与它对应的 ${facts.year} 年度账套，没有采用。请先打开该年度的账套或导入参数包。`,
    )
  if (facts.isOthersBook)
    add('others-book', 'stop', '数据包里的账套是本机另外的账套，发送单位无权改动，没有采用。')
  if (facts.bookYear !== null && facts.bookYear !== facts.year)
    add(
      'year',
      'stop',
      `数据包是 ${facts.year} 年度的，本机的这个账套是 ${facts.bookYear} 年度的，没有采用。请向对方核对年度。`,
    )
  if (facts.strange.length > 0)
    add(
      'strange',
      'stop',
      `包内有本机不应收到或不认识的内容（${facts.strange.slice(0, 3).join('、')}），没有采用。请升级本机的程序，或向对方核对。`,
    )
  if (facts.isAllRefused)
    add('all-refused', 'stop', '包内没有一条本机可以接收的内容，没有采用。请查看每条的原因，并把数据包退回。')
  if (facts.region.theirs !== '' && facts.region.theirs !== facts.region.ours)
    add(
      'region',
      'stop',
      `数据包的行政区划（${facts.region.theirs}）与本机（${facts.region.ours}）不同，没有采用。`,
    )
  if (facts.rules.theirs !== '' && facts.rules.ours !== '' && facts.rules.theirs !== facts.rules.ours)
    add('rules', 'warn', '数据包使用的规则包与本机不同，得分和预警以本机规则为准。建议先更新参数包。')
  for (const { name, stated, reckoned } of totalDifferences(facts.totals))
    add('totals', 'stop', `控制数不符：${name}封面为 ${stated}，包内合计为 ${reckoned}（分），没有采用。`)
  return [...found, ...fileHindrances(facts.files)]
}

function receiverText({ receiver, here }: CheckFacts): string {
  const who = ({ name, unitCode }: Party) => `“${name}”${unitCode === '' ? '' : `（单位代码 ${unitCode}）`}`
  return `这个数据包是给${who(receiver)}的，不是给本机${who(here)}的，没有采用。${wayOnFor(receiver, here)}`
}

function wayOnFor(receiver: Party, here: Party): string {
  if (hasSamePlace(receiver, here))
    return '它是按这个单位从前的名片生成的：请把本机现在的名片交给发送单位，请对方重新生成。'
  if (receiver.id === '' && receiver.level === 'unit' && here.level === 'unit')
    return '如果本机就是这个单位，请改正本机名片的单位代码和行政区划；不是的，请向发送单位要给本机的数据包。'
  return '请向发送单位要给本机的数据包。'
}

function gapText(missing: readonly number[]): string {
  const listed = missing.slice(0, 5).map((number) => `第 ${number} 号`)
  return `对方${listed.join('、')}${missing.length > 5 ? '等' : ''}数据包`
}

/** The numbers below `sequence` that were never seen. */
export function missingBelow(sequence: number, seen: readonly number[]): number[] {
  const known = new Set(seen)
  const missing: number[] = []
  for (let number = 1; number < sequence && missing.length < 100; number++)
    if (!known.has(number)) missing.push(number)
  return missing
}
