import { attachmentLimits, type Cited, citedText } from './attachments.ts'
import type { Severity } from './checks.ts'

/** What is known of the 附件 of a package: those that its records hold, and those that lie in it. */
export type FileFacts = {
  /** Whether the package says of its attachments at all: older programs sent none and said nothing. */
  isTold: boolean
  /** Not what their digest or size says. */
  wrong: readonly Cited[]
  /** Larger than any attachment may be. */
  large: readonly Cited[]
  /** In the package, and no record holds them. */
  extra: number
  /** Held by records, not in the package, and not said to be lacking. */
  absent: readonly Cited[]
  /** The same where they are not kept here either. */
  nowhere: readonly Cited[]
  /** Said to be lacking by the sender, and not kept here. */
  lacking: readonly Cited[]
  /** Whether as many lie in it, and as large, as it says. */
  isCounted: boolean
}

type Found = { code: string; severity: Severity; message: string }

/** What the attachments of a package have against its being taken. Empty: nothing. */
export function fileHindrances(facts: FileFacts): Found[] {
  const found: Found[] = []
  const add = (code: string, severity: Severity, message: string) => found.push({ code, severity, message })
  if (facts.wrong.length > 0)
    add(
      'file-wrong',
      'stop',
      `附件${citedText(facts.wrong)}与记录的摘要或大小不符，可能在传递中损坏或被替换，没有采用。请向对方重新要数据包。`,
    )
  if (facts.large.length > 0)
    add(
      'file-large',
      'stop',
      `附件${citedText(facts.large)}超过单个附件的上限 ${attachmentLimits.oneBytes.value / 1024 / 1024} MB，没有采用。请对方压缩后重新生成。`,
    )
  if (facts.extra > 0)
    add(
      'file-extra',
      'stop',
      `包内有 ${facts.extra} 个附件不属于任何记录，没有采用。请向对方核对，并重新要数据包。`,
    )
  if (!facts.isCounted)
    add('file-count', 'stop', '包内附件的个数或大小与封面不符，没有采用。请向对方重新要数据包。')
  if (facts.isTold && facts.absent.length > 0)
    add(
      'file-absent',
      'stop',
      `包内缺少记录所附的附件${citedText(facts.absent)}，没有采用。请向对方重新要数据包。`,
    )
  if (!facts.isTold && facts.nowhere.length > 0)
    add(
      'file-untold',
      'warn',
      `对方的程序版本较旧，附件${citedText(facts.nowhere)}没有随包送来，导入后打不开。请对方升级后重新报送，或另行报送附件。`,
    )
  if (facts.lacking.length > 0)
    add(
      'file-lacking',
      'warn',
      `对方说明附件${citedText(facts.lacking)}没有附上，导入后打不开。请向对方补要。`,
    )
  return found
}
