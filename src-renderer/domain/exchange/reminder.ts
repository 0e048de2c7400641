import { chineseDay, type Day, daysLeft } from '../dates.ts'

export type PackageReminder = {
  office: string
  year: number
  /** 绩效目标、2026年上半年监控: what is collected. */
  what: string
  dueOn: Day | ''
  writtenOn: Day
  /** Those that have not reported, and those whose package went back. */
  lines: readonly { department: string; name: string; state: '未报' | '退回未重报' }[]
}

/** More names than these make no address. */
const mostNamed = 8

/** Who is written to: each department once, in the order of the list; all together where there are many. */
export function packageAddressees(lines: PackageReminder['lines']): string {
  const names = [...new Set(lines.map(({ department, name }) => department || name))]
  return names.length > mostNamed ? '各有关单位' : names.join('、')
}

/** The body of the letter, also to be copied: before the due day it reminds, after it urges. */
export function packageReminderText({
  year,
  what,
  dueOn,
  writtenOn,
  lines,
}: Omit<PackageReminder, 'office'>): string {
  const returned = lines.filter(({ state }) => state === '退回未重报').length
  const counts = returned > 0 ? `（其中 ${returned} 个退回后还没有重报）` : ''
  const missing = `截至${chineseDay(writtenOn)}，还有 ${lines.length} 个单位没有报送${what}数据包${counts}，清单附后。`
  if (dueOn === '')
    return `按照${year}年度预算绩效管理工作安排，${missing}请各单位抓紧用绩衡生成上报包，连同盖章的封面报送。`
  const left = daysLeft(dueOn, writtenOn)
  const deadline =
    left >= 0
      ? `报送截止日期为${chineseDay(dueOn)}，距今还有 ${left} 天`
      : `报送截止日期为${chineseDay(dueOn)}，已超过 ${-left} 天`
  const request =
    left >= 0
      ? '请各单位抓紧填报，按期生成上报包，连同盖章的封面报送。'
      : '请各单位收到本函后立即报送上报包和盖章的封面，逾期情况纳入预算绩效管理工作考核。'
  return `按照${year}年度预算绩效管理工作安排，${what}${deadline}。${missing}${request}`
}
